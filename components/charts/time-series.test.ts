import { expect, test } from "vitest";
import { readoutText, seriesTable, type TimeSeries, type TimeSeriesPoint } from "./time-series.ts";

const march: TimeSeriesPoint = {
  start: "2022-03-01T00:00:00Z",
  end: "2022-04-01T00:00:00Z",
  label: "March 2022",
  value: 0.705,
  low: 0.666,
  high: 0.744,
  estimate: 0.829,
  rows: 744,
  labelled: 744,
  status: "critical",
};
const april: TimeSeriesPoint = {
  ...march,
  start: march.end,
  end: "2022-05-01T00:00:00Z",
  label: "April 2022",
  value: null,
  low: null,
  high: null,
  estimate: 0.763,
  rows: 249,
  labelled: 81,
  status: "pending",
};
const series: TimeSeries = {
  name: "ROC AUC",
  points: [march, april],
  step: "month",
  timeZone: "UTC",
  limits: [{ value: 0.708, kind: "critical", bound: "lower" }],
  volume: "rows a month",
};
const plain = (text: string) => text.replaceAll("\u202f", " ");

test("a window is read with value, interval, estimate, limit and sample", () =>
  expect(plain(readoutText(march, series))).toBe(
    "March 2022: observed 0.705, (0.666–0.744), estimated 0.829, limit 0.708, 744 rows, 100 % labelled",
  ));

test("a window without labels says so and gives no observed value", () =>
  expect(plain(readoutText(april, series))).toBe("April 2022: estimated 0.763, limit 0.708, 249 rows, 33 % labelled, labels pending"));

test("several limits are told apart by their kind", () => {
  const both: TimeSeries = { ...series, limits: [...(series.limits ?? []), { value: 0.75, kind: "warning", bound: "lower" }] };
  expect(readoutText(march, both)).toContain("critical 0.708, warning 0.750");
});

test("the table has every window and never writes an absent value as zero", () => {
  const table = seriesTable(series);
  expect(table.columns).toEqual(["Window", "From", "Observed", "Interval", "Estimated", "Rows", "Labelled", "Verdict"]);
  expect(table.rows[1]).toEqual(["April 2022", "1 Apr 2022, 00:00", "–", "–", "0.763", "249", "81", "pending"]);
});
