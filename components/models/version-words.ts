import { metric } from "#lib/client/format";
import type { EstimateAnswer } from "#lib/domain/analysis/answers/common";
import { performanceFacts } from "#lib/domain/metrics/performance-catalogue";
import type { Task } from "#lib/domain/models/model";
import type { ModelVersion } from "#lib/domain/models/version";

type Measured = { version: string; metrics: Record<string, EstimateAnswer> };

/** Who decides, and whether another version did better by the metric that speaks for the model. */
export function versionsHeadline(
  versions: readonly ModelVersion[],
  measured: readonly Measured[],
  task: Task,
): { title: string; sentence: string } {
  const champion = versions.find(({ stage }) => stage === "champion");
  const title = champion ? `${champion.version} is the champion` : "No version is the champion";
  const [lead] = performanceFacts(task);
  const leadOf = (version: string) => measured.find((entry) => entry.version === version)?.metrics[lead?.[0] ?? ""]?.value ?? null;
  const own = champion ? leadOf(champion.version) : null;
  if (versions.length === 0)
    return { title: "No versions yet", sentence: "A version registers itself with the first prediction that names it." };
  if (!lead || !champion || own === null)
    return { title, sentence: `${versions.length} ${versions.length === 1 ? "version is" : "versions are"} known.` };
  const [, { label, direction }] = lead;
  const others = versions.flatMap(({ version, stage }) => {
    const value = version === champion.version || stage === "retired" ? null : leadOf(version);
    return value === null ? [] : [{ version, value }];
  });
  const better = others
    .filter(({ value }) => (direction === "lower" ? value < own : value > own))
    .sort((a, b) => (direction === "lower" ? a.value - b.value : b.value - a.value))[0];
  const stands = `Its ${label} over all its rows is ${metric(own)}.`;
  if (better) return { title, sentence: `${stands} ${better.version} does better on its own rows: ${metric(better.value)}.` };
  return { title, sentence: others.length > 0 ? `${stands} No other version in use does better.` : stands };
}
