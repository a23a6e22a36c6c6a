import { expect, test } from "vitest";
import type { WindowHead } from "#lib/domain/analysis/answers/common";
import { coverageEnds, coverageSummary } from "./coverage-words.ts";

const frame = { size: "1mo", timeZone: "UTC" } as const;
const month = (at: number, predictions: number, labelled: number, status: WindowHead["status"] = "ok"): WindowHead => ({
  start: new Date(Date.UTC(2022, at - 1, 1)).toISOString(),
  end: new Date(Date.UTC(2022, at, 1)).toISOString(),
  predictions,
  labelled,
  coverage: predictions > 0 ? labelled / predictions : null,
  status,
  complete: true,
});

test.each([
  [[month(3, 744, 744), month(4, 249, 81, "pending")], "7d", "Labels arrive 7 days late. April 2022: 33\u202f%, complete on 8 May 2022."],
  [[month(3, 744, 744)], "1d", "Labels arrive 1 day late. Every row of this range is labelled."],
  [[month(3, 744, 100)], "0s", "Labels are expected with the predictions. March 2022: 100 of 744 rows, and no more are due."],
  [[month(3, 0, 0)], "90s", "Labels arrive 90s late. No predictions came in this range."],
])("says how late labels are", (windows, delay, sentence) => expect(coverageSummary(windows, delay, frame)).toBe(sentence));

test("names the first and the last window", () => {
  expect(coverageEnds([month(1, 1, 1), month(4, 1, 1)], frame)).toEqual(["Jan 2022", "Apr 2022"]);
  expect(coverageEnds([month(1, 1, 1), month(4, 1, 1)], { size: "1d", timeZone: "UTC" })).toEqual(["1 Jan 2022", "1 Apr 2022"]);
});
