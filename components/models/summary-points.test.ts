import { expect, test } from "vitest";
import { summaryPoints } from "./summary-points.ts";

const month = (at: number) => new Date(Date.UTC(2022, at, 1)).toISOString();
const row = { window: "1mo", timeZone: "UTC", verdict: "critical" } as const;
const worst = {
  metric: "performance.rocAuc",
  label: "ROC AUC",
  value: 0.7,
  limit: 0.708,
  side: "below" as const,
  start: month(3),
  series: [null, 0.9, null, 0.7, 0.95].map((value, at) => ({ start: month(at), value })),
};

test("a summary starts with the first value and ends its line where the verdict was made", () =>
  expect(summaryPoints(row, worst).map(({ label, value, status }) => [label, value, status])).toEqual([
    ["February 2022", 0.9, "ok"],
    ["March 2022", null, "no_data"],
    ["April 2022", 0.7, "critical"],
    ["May 2022", null, "pending"],
  ]));

test("without a limit nothing is outside of it", () =>
  expect(summaryPoints(row, { ...worst, limit: null, side: null }).every(({ status }) => status !== "critical")).toBe(true));
