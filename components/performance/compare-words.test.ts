import { expect, test } from "vitest";
import type { PerformanceAnswer } from "#lib/domain/analysis/answers/performance";
import { compareSummary } from "./compare-words.ts";

const start = "2022-03-01T00:00:00.000Z";
const frame = { size: "1mo", timeZone: "UTC" } as const;
const side = (name: string, value: number | null, low: number | null = null, high: number | null = null) => {
  const window: PerformanceAnswer["windows"][number] = {
    start,
    end: "2022-04-01T00:00:00.000Z",
    predictions: 1,
    labelled: 1,
    coverage: 1,
    status: "ok",
    complete: true,
    metrics: { f1: { value, low, high } },
    confusion: null,
    breaches: [],
  };
  return { name, answer: { windows: [window] } };
};

test.each([
  [side("v3", 0.8), side("v2", 0.7), "F1 in March 2022: 0.800 for v3, 0.700 for v2, a difference of +0.100."],
  [
    side("v3", 0.8, 0.75, 0.85),
    side("v2", 0.7, 0.65, 0.74),
    "F1 in March 2022: 0.800 for v3, 0.700 for v2, a difference of +0.100; their intervals do not touch.",
  ],
  [
    side("v3", 0.7, 0.6, 0.8),
    side("v2", 0.75, 0.7, 0.8),
    "F1 in March 2022: 0.700 for v3, 0.750 for v2, a difference of −0.050; their intervals overlap, so this may be chance.",
  ],
  [side("v3", 0.7), side("v2", null), "The two have no window in common in which F1 is known for both."],
])("two versions in a sentence", (a, b, sentence) => expect(compareSummary("F1", [a, b], "f1", start, frame)).toBe(sentence));
