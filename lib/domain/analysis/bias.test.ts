import { describe, expect, test } from "vitest";
import type { EventRow } from "#lib/domain/events/event";
import { specWithoutReference } from "#lib/domain/profile/freeze";
import { exampleQuestion, exampleRow } from "#lib/testing/example-question";
import { profileOf } from "#lib/testing/profile-windows";
import { readCsvGz } from "#lib/testing/read-csv-gz";
import { buildBiasRange, buildBiasSeries } from "./bias.ts";
import { buildPerformance } from "./performance.ts";

const model = {
  task: "binary",
  decisionThreshold: 0.5,
  positiveLabel: 1,
  schema: {
    features: [],
    groups: [
      { name: "sex", slot: 0 },
      { name: "race", slot: 1 },
    ],
    segments: [],
    nextSlot: 2,
  },
} as const satisfies object;

function adultRows(): EventRow[] {
  const table = readCsvGz("adult_with_rerun_decision_tree_predictions.csv.gz");
  const [sex, race, label, prediction] = [table.text("sex"), table.text("race"), table.text("y_true"), table.text("y_pred")];
  return sex.map((value, row) =>
    exampleRow({ label: label[row] ?? null, prediction: prediction[row] ?? null, cells: [value, race[row] ?? ""] }),
  );
}

const counted = { ...model, schema: { ...model.schema, features: [], groups: [...model.schema.groups], segments: [] } };
const spec = specWithoutReference(counted);
const question = exampleQuestion(counted, { spec, windows: [{ start: 0, end: 1, profile: profileOf(spec, adultRows()) }] });
const truncated = (value: number | null | undefined) => Math.floor((value ?? Number.NaN) * 10_000) / 10_000;

describe("bias of the Adult income model", () => {
  const bias = buildBiasRange(question, { attribute: "sex" });
  const group = (name: string) => bias.groups.find((entry) => entry.group === name);

  test("has the published rates", () => {
    expect(truncated(buildPerformance(question).windows[0]?.metrics.accuracy?.value)).toBe(0.8443);
    expect([truncated(group("Female")?.accuracy.value), truncated(group("Male")?.accuracy.value)]).toEqual([0.9251, 0.8042]);
    expect([truncated(group("Female")?.selectionRate.value), truncated(group("Male")?.selectionRate.value)]).toEqual([0.0635, 0.2135]);
    expect(group("Female")?.falseNegativeRate.value).toBeCloseTo(0.5517, 4);
    expect(group("Male")?.falseNegativeRate.value).toBeCloseTo(0.4706, 4);
    expect(bias.summary.demographicParityDifference).toBeCloseTo(0.150049, 6);
  });

  test("compares with the largest group, which has no entry itself", () => {
    expect(bias.baseGroup).toBe("Male");
    expect(new Set(bias.disparities.map((entry) => entry.group))).toEqual(new Set(["Female"]));
    const selection = bias.disparities.find(({ metric }) => metric === "selectionRate");
    expect(selection?.ratio).toBeCloseTo(0.29752, 5);
    expect(selection?.verdict).toBe("unfair");
    expect(bias.status).toBe("warning");
  });

  test("can take another base group, and names the attributes there are", () => {
    const other = buildBiasRange(question, { attribute: "sex", baseGroup: "Female" });
    expect(other.disparities.find(({ metric }) => metric === "selectionRate")).toMatchObject({ group: "Male", baseGroup: "Female" });
    expect(other.attributes).toEqual(["sex", "race"]);
    expect(buildBiasSeries(question, {}).windows[0]?.groups).toHaveLength(2);
    expect(() => buildBiasRange(question, { attribute: "age" })).toThrow("It has sex, race.");
  });
});
