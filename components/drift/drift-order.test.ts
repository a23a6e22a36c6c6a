import { expect, test } from "vitest";
import type { DriftFeature } from "#lib/domain/analysis/answers/drift";
import { inOrder, orderOf, PAGE_ROWS, pageOf } from "./drift-order.ts";

const feature = (name: string, psi: number | null, ks: number | null): DriftFeature => ({
  feature: name,
  type: "numeric",
  psi,
  jsDistance: null,
  ks,
  ksCritical: null,
  wasserstein: null,
  normalizedWasserstein: null,
  hellinger: null,
  chiSquare: { statistic: null, degreesOfFreedom: null, pValue: null },
  cramersV: null,
  mean: null,
  referenceMean: null,
  missingShare: null,
  drifted: false,
  threshold: { metric: "psi", value: null, practical: 0.2, sampling: null },
  rows: 0,
});
const names = (features: readonly DriftFeature[]) => features.map((entry) => entry.feature);
const three = [feature("a", 0.3, null), feature("b", 0.2, 0.9), feature("c", null, 0.1)];

test("columns are ranked by the measure asked for, those without it last", () => {
  expect(names(inOrder(three, "psi"))).toEqual(["a", "b", "c"]);
  expect(names(inOrder(three, "ks"))).toEqual(["b", "c", "a"]);
  expect(orderOf("ks")).toBe("ks");
  expect(orderOf("nonsense")).toBe("psi");
});

test("twenty columns make a page, and a page that is not there is the last", () => {
  const many = Array.from({ length: 45 }, (_, at) => feature(`f${at}`, 1, null));
  expect(pageOf(many, undefined)).toMatchObject({ first: 1, total: 45, previous: null, next: "2" });
  expect(pageOf(many, "2").rows).toHaveLength(PAGE_ROWS);
  expect(pageOf(many, "99")).toMatchObject({ first: 41, previous: "2", next: null });
  expect(pageOf(many, "x").first).toBe(1);
  expect(pageOf([], "1")).toEqual({ rows: [], first: 1, total: 0, previous: null, next: null });
});
