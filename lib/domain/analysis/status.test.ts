import { describe, expect, test } from "vitest";
import { emptyProfile } from "#lib/domain/profile/empty-profile";
import { specWithoutReference } from "#lib/domain/profile/freeze";
import { exampleQuestion } from "#lib/testing/example-question";
import { windowHead, windowStatus } from "./status.ts";

const model = {
  task: "binary",
  decisionThreshold: 0.5,
  positiveLabel: 1,
  schema: { features: [], groups: [], segments: [], nextSlot: 0 },
} as const;
const counted = { ...model, schema: { features: [], groups: [], segments: [], nextSlot: 0 } };
const spec = specWithoutReference(counted);
const [start, end] = [Date.parse("2022-03-01"), Date.parse("2022-04-01")];
const DAY = 86_400_000;

type Case = {
  rows: number;
  labelled?: number;
  now?: number;
  coverage?: number;
  needsLabels?: boolean;
  worst?: "ok" | "warning" | "critical";
};

function status({ rows, labelled = rows, now = end + 30 * DAY, coverage = 0, needsLabels = true, worst = "ok" }: Case) {
  const question = exampleQuestion({ ...counted, labelDelaySeconds: 7 * 86_400, minimumLabelCoverage: coverage }, { spec, now });
  const profile = { ...emptyProfile(spec), rows, labelled };
  return windowStatus(question, { start, end, profile }, { samples: needsLabels ? labelled : rows, needsLabels, worst });
}

describe("status of a window", () => {
  test.each<[string, Case, string]>([
    ["nothing came", { rows: 0 }, "no_data"],
    ["labels are still due", { rows: 500, labelled: 400, now: end + DAY }, "pending"],
    ["labels are still due, and few came", { rows: 500, labelled: 3, now: end + DAY, worst: "critical" }, "pending"],
    ["all labels came before they were due", { rows: 500, now: end + DAY, worst: "critical" }, "critical"],
    ["labels are late for ever", { rows: 500, labelled: 400 }, "ok"],
    ["too few labelled rows", { rows: 500, labelled: 199, worst: "critical" }, "not_enough_data"],
    ["just enough labelled rows", { rows: 500, labelled: 200 }, "ok"],
    ["too small a share of labels", { rows: 1000, labelled: 400, coverage: 0.5 }, "not_enough_data"],
    ["labels are not needed", { rows: 500, labelled: 0, now: end - DAY, needsLabels: false, worst: "warning" }, "warning"],
  ])("%s", (_, given, expected) => expect(status(given)).toBe(expected));

  test("a window without rows has no coverage, not a coverage of 0", () => {
    const question = exampleQuestion(counted, { spec, now: start + DAY });
    const head = windowHead(question, { start, end, profile: null }, { samples: 0, needsLabels: true, worst: "ok" });
    expect(head).toMatchObject({ predictions: 0, coverage: null, status: "no_data", complete: false });
  });
});
