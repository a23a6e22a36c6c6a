import { expect, test } from "vitest";
import { sourceSentence } from "./kpi-source.ts";

test("a metric is named by its label, with what it is about", () => {
  const query = { kind: "model", model: "m", metric: "drift.psi", feature: "@score", segment: "region:NE" } as const;
  expect(sourceSentence(query, "1mo", "Housing")).toMatch(
    /^PSI of Score \(output\) where region is NE, worked out from the predictions of Housing for every month\./,
  );
});

test("pushed values say what happens to several of them", () => {
  expect(sourceSentence({ kind: "pushed", aggregate: "sum" }, "1d", null)).toContain(
    "are added up; a value counts as current for one day.",
  );
});

test("a formula is shown as it was written", () => {
  expect(sourceSentence({ kind: "formula", expression: "a / b", inputs: {} }, "1d", null)).toContain("from other KPIs: a / b.");
});
