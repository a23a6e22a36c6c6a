import { expect, test } from "vitest";
import { measureSummary, milliseconds, type OperationsWindow, operationsHeadline, operationsMeasures } from "./operations-words.ts";

const window = (change: Partial<OperationsWindow> = {}): OperationsWindow => ({
  start: "2022-03-01T00:00:00.000Z",
  end: "2022-04-01T00:00:00.000Z",
  predictions: 744,
  labelled: 0,
  coverage: 0,
  status: "ok",
  complete: true,
  requests: 744,
  errors: 0,
  errorRate: 0,
  latencyP50: 12.4,
  latencyP95: 48,
  latencyP99: 1240,
  latencyMean: 15,
  throughput: 0.0003,
  ...change,
});

test.each([
  [window(), "744 requests in March 2022, without an error", "95\u202f% were answered within 48\u202fms, half within 12\u202fms."],
  [
    window({ errors: 15, errorRate: 0.02 }),
    "744 requests in March 2022, 2\u202f% of them failed",
    "95\u202f% were answered within 48\u202fms, half within 12\u202fms.",
  ],
  [
    window({ latencyP95: null, reasons: { latencyP95: "no_latency" } }),
    "744 requests in March 2022, without an error",
    "Latency is not known: the rows carry no latency.",
  ],
])("a window in two sentences", (of, title, sentence) => expect(operationsHeadline(of, "in March 2022")).toEqual({ title, sentence }));

test.each([
  [1.25, "1.3\u202fms"],
  [480, "480\u202fms"],
  [1240, "1.2\u202fs"],
  [null, "–"],
])("%s ms is %s", (ms, text) => expect(milliseconds(ms)).toBe(text));

test("a measure is compared with the range, windows without requests left out", () => {
  const [requests] = operationsMeasures([window()]);
  if (!requests) throw new Error("There is no first measure.");
  expect(measureSummary([window(), window({ requests: 0 }), window({ requests: 1000 })], window(), requests, String)).toBe(
    "744 in this window; between 744 and 1000 over 2 windows.",
  );
});

test.each([
  [12, "Requests a second"],
  [0.5, "Requests a minute"],
  [24 / 86_400, "Requests an hour"],
  [2 / 86_400, "Requests a day"],
  [0, "Requests a day"],
])("a throughput of %s a second is told as %s", (throughput, label) =>
  expect(operationsMeasures([window({ throughput })]).find(({ key }) => key === "throughput")?.label).toBe(label),
);
