import { expect, test } from "vitest";
import type { ModelVersion } from "#lib/domain/models/version";
import { versionsHeadline } from "./version-words.ts";

const version = (name: string, stage: ModelVersion["stage"]): ModelVersion => ({
  id: name,
  number: 1,
  name,
  version: name,
  stage,
  trainedAt: null,
  artifactUri: null,
  notes: null,
  createdAt: "2022-01-01T00:00:00Z",
});
const measured = (name: string, metric: string, value: number) => ({
  version: name,
  metrics: { [metric]: { value, low: null, high: null } },
});
const both = [version("v3", "champion"), version("v2", "challenger")];

test.each([
  [
    both,
    [measured("v3", "rocAuc", 0.8), measured("v2", "rocAuc", 0.7)],
    "binary",
    "Its ROC AUC over all its rows is 0.800. No other version in use does better.",
  ],
  [
    both,
    [measured("v3", "rocAuc", 0.8), measured("v2", "rocAuc", 0.9)],
    "binary",
    "Its ROC AUC over all its rows is 0.800. v2 does better on its own rows: 0.900.",
  ],
  [
    both,
    [measured("v3", "mae", 8), measured("v2", "mae", 9)],
    "regression",
    "Its Mean absolute error over all its rows is 8.000. No other version in use does better.",
  ],
  [
    [version("v3", "champion"), version("v1", "retired")],
    [measured("v3", "rocAuc", 0.8), measured("v1", "rocAuc", 0.9)],
    "binary",
    "Its ROC AUC over all its rows is 0.800.",
  ],
  [both, [], "binary", "2 versions are known."],
] as const)("says how the champion stands", (versions, metrics, task, sentence) =>
  expect(versionsHeadline(versions, metrics, task)).toEqual({ title: "v3 is the champion", sentence }),
);

test("says when nobody decides", () => {
  expect(versionsHeadline([version("v1", "shadow")], [], "binary").title).toBe("No version is the champion");
  expect(versionsHeadline([], [], "binary").title).toBe("No versions yet");
});
