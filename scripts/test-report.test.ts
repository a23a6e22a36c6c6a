import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { lastLine, playwrightCounts, table, vitestCounts } from "./test-report.ts";

const directory = mkdtempSync(join(tmpdir(), "report-"));
afterAll(() => rmSync(directory, { recursive: true }));

const written = (report: unknown) => {
  const file = join(directory, "report.json");
  writeFileSync(file, JSON.stringify(report));
  return file;
};
const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 };
const playwright = { stats: { expected: 3, flaky: 1, unexpected: 0, skipped: 2 } };

test.each([
  { name: "Vitest's tests are counted, pending and to-do ones as skipped", counts: () => vitestCounts(written(vitest), 0), is: [5, 0, 2] },
  { name: "a run that failed outside its tests failed once", counts: () => vitestCounts(written(vitest), 1), is: [5, 1, 2] },
  { name: "a run without a report failed once", counts: () => vitestCounts(join(directory, "none.json"), 0), is: [0, 1, 0] },
  { name: "a report of another shape failed once", counts: () => vitestCounts(written({}), 0), is: [0, 1, 0] },
  { name: "Playwright's tests are counted, flaky ones as passed", counts: () => playwrightCounts(written(playwright), 0), is: [4, 0, 2] },
  {
    name: "failed browser tests are counted once each",
    counts: () => playwrightCounts(written({ stats: { ...playwright.stats, unexpected: 2 } }), 1),
    is: [4, 2, 2],
  },
])("$name", ({ counts, is: [passed, failed, skipped] }) => {
  expect(counts()).toEqual({ passed, failed, skipped });
});

test.each([
  { results: [], line: "0 passed, 0 failed" },
  {
    results: [
      { passed: 2, failed: 0, skipped: 0 },
      { passed: 3, failed: 1, skipped: 0 },
    ],
    line: "5 passed, 1 failed",
  },
  { results: [{ passed: 2, failed: 0, skipped: 4 }], line: "2 passed, 0 failed, 4 skipped" },
])("the last line adds up: $line", ({ results, line }) => {
  expect(lastLine(results)).toBe(line);
});

test("no line of the table can be taken for the last line", () => {
  const lines = table([{ stage: "unit", passed: 15, failed: 0, skipped: 0, seconds: 1.25 }]).split("\n");
  expect(lines).toHaveLength(2);
  expect(lines.filter((line) => /^\d+ passed, \d+ failed/.test(line))).toEqual([]);
});
