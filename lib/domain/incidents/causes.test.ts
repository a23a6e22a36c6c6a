import { expect, test } from "vitest";
import type { RootCauseAnswer } from "#lib/domain/analysis/answers/root-cause";
import { causesOf, similarSentence } from "./causes.ts";

const about = { slug: "m", window: "March 2022", deployments: [] };
const answer = (change: Partial<RootCauseAnswer>) =>
  ({ label: "Accuracy", features: [], segments: [], ...change }) as unknown as RootCauseAnswer;
const feature = { feature: "Longitude", rank: 1, share: 0.5, psi: 6.87, importance: 1, drifted: true };

test("a column far beyond its limit is strong evidence, with its figures", () => {
  const { causes } = causesOf(answer({ features: [feature] }), about);
  expect(causes[0]).toMatchObject({
    title: "Longitude has moved",
    strength: "strong",
    figures: [{ name: "PSI of Longitude", current: "6.870" }],
  });
});

test("what did not change is ruled out in words", () => {
  expect(causesOf(answer({}), about)).toEqual({
    causes: [],
    ruledOut: ["No new version was seen since March 2022.", "No column drifted beyond its limit."],
  });
});

test("a new version is named instead of ruled out", () => {
  const { causes, ruledOut } = causesOf(answer({ features: [feature] }), { ...about, deployments: ["v3"] });
  expect(causes.map(({ title }) => title)).toEqual(["Longitude has moved", "A new version was seen"]);
  expect(ruledOut).toEqual([]);
});

test("a past incident in a few words", () => {
  expect(similarSentence({ startedAt: "2021-08-01T00:00:00Z", recoveredAt: "2021-10-01T00:00:00Z", resolveReason: "Data changed" })).toBe(
    "Aug 2021, 61 d. Resolved as “Data changed”.",
  );
});
