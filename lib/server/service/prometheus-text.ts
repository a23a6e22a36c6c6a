import "server-only";
import { sampleName } from "./counters.ts";

export type Family = {
  name: string;
  help: string;
  type: "counter" | "gauge";
  samples: { labels?: Record<string, string>; value: number }[] | ReadonlyMap<string, number>;
};

/** Prometheus' text format 0.0.4. Samples of a map carry their whole name as key. */
export function prometheusText(families: readonly Family[]): string {
  const lines = families.flatMap(({ name, help, type, samples }) => [
    `# HELP ${name} ${help.replaceAll("\\", "\\\\").replaceAll("\n", "\\n")}`,
    `# TYPE ${name} ${type}`,
    ...(Array.isArray(samples)
      ? samples.map(({ labels, value }) => `${sampleName(name, labels)} ${value}`)
      : [...samples].map(([sample, value]) => `${sample} ${value}`)),
  ]);
  return `${lines.join("\n")}\n`;
}
