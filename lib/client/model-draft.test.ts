import { describe, expect, test } from "vitest";
import { inferSchema } from "#lib/domain/models/infer-schema";
import { ModelInput } from "#lib/domain/models/model";
import { blankModel, bodyOfModel, columnErrors, draftOfModel, labelOf, newColumn, withProposal } from "./model-draft.ts";

const sample = Array.from({ length: 40 }, (_, i) => ({
  id: `row-${i}`,
  timestamp: `2021-06-01 00:00:${String(i).padStart(2, "0")}`,
  score: i / 40,
  label: i % 2,
  income: 1000 + i * 13,
  sex: i % 3 === 0 ? "female" : "male",
  region: i % 2 === 0 ? "NE" : "SW",
  note: `free text ${i}`,
}));

describe("a proposal in the form", () => {
  const draft = withProposal({ ...blankModel("risk"), name: "Credit risk" }, inferSchema(sample));
  const column = (name: string) => draft.columns.find((candidate) => candidate.name === name);

  test("keeps what was typed", () => {
    expect(draft).toMatchObject({ name: "Credit risk", team: "risk", task: "binary" });
  });

  test("takes a group or a segment as that alone, because a column of a file fills one field", () => {
    expect(column("sex")).toMatchObject({ feature: false, group: true, segment: false });
    expect(column("region")).toMatchObject({ feature: false, group: false, segment: true });
    expect(column("sex")?.why).toContain("fairness");
  });

  test("offers the columns that it left out, with the reason", () => {
    expect(column("note")).toMatchObject({ feature: false, group: false, segment: false });
    expect(column("note")?.why).toContain("identifier or free text");
  });

  test("is taken by the server as it is", () => {
    expect(ModelInput.safeParse({ slug: "credit-risk", ...bodyOfModel(draft) }).error).toBeUndefined();
  });
});

describe("what is sent", () => {
  test("is what was read", () => {
    const model = {
      id: "1",
      slug: "m",
      name: "M",
      task: "binary" as const,
      team: "risk",
      teamName: "Risk",
      criticality: "high" as const,
      description: "d",
      schema: { features: [{ name: "a", type: "numeric" as const, expectations: { min: 0 } }], groups: ["a", "g"], segments: ["s"] },
      decisionThreshold: 0.3,
      positiveLabel: "yes",
      labelDelay: "7d",
      window: "1d" as const,
      timeZone: "Europe/Berlin",
      minimumRows: 50,
      minimumLabelCoverage: 0.07,
      retention: { rows: "30d" },
      store: { kind: "postgres" as const },
      reference: null,
      createdAt: "2026-01-01T00:00:00Z",
      updatedAt: "2026-01-01T00:00:00Z",
    };
    const { id: _, slug: __, teamName: ___, store: ____, reference: _____, createdAt: ______, updatedAt: _______, ...sent } = model;
    expect(bodyOfModel(draftOfModel(model))).toEqual(sent);
  });

  test("has no threshold where the task has none", () => {
    expect(bodyOfModel({ ...blankModel(""), task: "regression" })).not.toHaveProperty("decisionThreshold");
  });

  test("keeps a broken number as it was typed, for the server to refuse", () => {
    expect(bodyOfModel({ ...blankModel(""), minimumRows: "many" }).minimumRows).toBe("many");
  });

  test.each([
    ["1", 1],
    ["0", 0],
    ["true", true],
    ["bad", "bad"],
    ["", ""],
  ])("the positive label %j is %j", (text, label) => {
    expect(labelOf(text)).toBe(label);
  });
});

test("what is wrong with a column is shown at that column", () => {
  const columns = [{ ...newColumn("a", "x"), feature: false, group: true }, newColumn("b", "y"), newColumn("c", "=")];
  expect(columnErrors(columns, { "schema.features.1.name": "no", "schema.groups.0": "neither", slug: "else" })).toEqual({
    c: "no",
    a: "neither",
  });
});
