import { AppError } from "#lib/domain/errors";

/** The stages of `npm test`, in order. Those of one row run side by side: they need little of the machine. */
export const plan = [["client"], ["lint", "types", "migrations"], ["unit"], ["integration"], ["build"], ["e2e"]] as const;

export type Stage = (typeof plan)[number][number];
export type Wanted = {
  stages: Stage[];
  /** Passed on to the tool of the stage they follow. */
  args: Partial<Record<Stage, string[]>>;
  /** Whether the pages are tested on the demo data. */
  demo: boolean;
};

const all: readonly Stage[] = plan.flat();
const isStage = (word: string): word is Stage => all.some((stage) => stage === word);

const stageOfFile = (word: string): Stage | null => {
  if (/\.spec\.ts\b/.test(word)) return "e2e";
  if (/\.integration\.test\.ts\b/.test(word)) return "integration";
  return /\.test\.tsx?\b/.test(word) ? "unit" : null;
};

/**
 * What the words after `npm test --` ask for: names of stages, each with the words that follow it; a file of tests alone
 * names its stage; `--empty` leaves the demo data out. No words: everything.
 */
export function wantedOf(words: string[]): Wanted {
  const wanted: Wanted = { stages: [], args: {}, demo: !words.includes("--empty") };
  let current: Stage | null = null;
  for (const word of words.filter((word) => word !== "--empty")) {
    const named = isStage(word) ? word : null;
    const stage: Stage | null = named ?? (current ? null : stageOfFile(word));
    current = stage ?? current;
    if (!current) throw new AppError("invalid", `“${word}” is neither a stage (${all.join(", ")}) nor a file of tests.`);
    if (!wanted.stages.includes(current)) wanted.stages.push(current);
    if (!named) wanted.args[current] = [...(wanted.args[current] ?? []), word];
  }
  // What is tested in the browser is what was built.
  if (wanted.stages.includes("e2e") && !wanted.stages.includes("build")) wanted.stages.push("build");
  return wanted.stages.length > 0 ? wanted : { ...wanted, stages: [...all] };
}
