import { expect, test } from "vitest";
import type { AttributionFeature } from "#lib/domain/analysis/answers/explainability";
import { type ExplainWindow, explainHeadline, movedPlaces } from "./explain-words.ts";

const feature = (name: string, rank: number | null, referenceRank: number | null): AttributionFeature => ({
  feature: name,
  meanAbsoluteAttribution: rank === null ? null : 1 / rank,
  rank,
  referenceMeanAbsoluteAttribution: referenceRank === null ? null : 1 / referenceRank,
  referenceRank,
  rows: 10,
});
const window = (features: AttributionFeature[], ndcg: number | null, reasons?: Record<string, string>): ExplainWindow => ({
  start: "2022-03-01T00:00:00.000Z",
  end: "2022-04-01T00:00:00.000Z",
  predictions: 10,
  labelled: 0,
  coverage: 0,
  status: "ok",
  complete: true,
  features,
  ndcg,
  ...(reasons ? { reasons } : {}),
});

test.each([
  [
    window([feature("income", 1, 1)], 0.99),
    "income decides most in March 2022",
    "The order of importance is the reference's: NDCG 0.990, limit 0.900.",
  ],
  [
    window([feature("age", 1, 4), feature("income", 2, 1)], 0.7),
    "age decides most in March 2022",
    "The order of importance is no longer the reference's: NDCG 0.700, limit 0.900. age rose most, 3 places up.",
  ],
  [
    window([feature("age", 1, null)], null, { ndcg: "no_reference_attributions" }),
    "age decides most in March 2022",
    "Whether the order changed cannot be said: the reference carries no attributions.",
  ],
  [window([], null), "No attributions in March 2022", "The rows carry none."],
])("what decisions rest on, in words", (of, title, sentence) => expect(explainHeadline(of, "in March 2022")).toEqual({ title, sentence }));

test.each([
  [feature("a", 2, 1), "1 place down"],
  [feature("a", 2, 2), "same place"],
  [feature("a", 2, null), "no reference"],
  [feature("a", null, 3), "no longer there"],
])("a feature's move of %o is said", (of, words) => expect(movedPlaces(of)).toBe(words));
