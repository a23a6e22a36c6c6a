import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

export type Counts = { passed: number; failed: number; skipped: number };
export type Result = Counts & { stage: string; seconds: number };

const Vitest = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number(), numTodoTests: z.number() });
const Playwright = z.object({
  stats: z.object({ expected: z.number(), flaky: z.number(), unexpected: z.number(), skipped: z.number() }),
});

/** A check that either holds or does not counts as one test. */
export const checked = (holds: boolean): Counts => ({ passed: holds ? 1 : 0, failed: holds ? 0 : 1, skipped: 0 });

/** A tool that failed outside its tests, for example on a file it could not read, failed once. */
const withExit = (counts: Counts, exitCode: number): Counts => ({ ...counts, failed: counts.failed || (exitCode === 0 ? 0 : 1) });

const reportIn = (file: string): unknown => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null);

export function vitestCounts(file: string, exitCode: number): Counts {
  const report = Vitest.safeParse(reportIn(file)).data;
  if (!report) return checked(false);
  return withExit(
    { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests + report.numTodoTests },
    exitCode,
  );
}

export function playwrightCounts(file: string, exitCode: number): Counts {
  const stats = Playwright.safeParse(reportIn(file)).data?.stats;
  if (!stats) return checked(false);
  return withExit({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }, exitCode);
}

/** One line per stage. */
export function table(results: Result[]): string {
  const cells = (row: (string | number)[]) =>
    row.map((cell, index) => (index === 0 ? String(cell).padEnd(14) : String(cell).padStart(9))).join("");
  return [
    cells(["stage", "passed", "failed", "skipped", "seconds"]),
    ...results.map(({ stage, passed, failed, skipped, seconds }) => cells([stage, passed, failed, skipped, seconds.toFixed(1)])),
  ].join("\n");
}

/** The line that machines read: "N passed, N failed", with ", N skipped" when some were. */
export function lastLine(results: Counts[]): string {
  const sum = (key: keyof Counts) => results.reduce((total, result) => total + result[key], 0);
  const skipped = sum("skipped");
  return `${sum("passed")} passed, ${sum("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
