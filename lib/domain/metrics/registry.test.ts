import { describe, expect, test } from "vitest";
import { emptyProfile } from "#lib/domain/profile/empty-profile";
import { specWithoutReference } from "#lib/domain/profile/freeze";
import { calibrationOf } from "./estimated-metrics.ts";
import { findMetric, metricRegistry, metricsOf } from "./registry.ts";

const schema = { features: [], groups: [], segments: [], nextSlot: 0 };

describe("the registry of metrics", () => {
  test("has each name once, in the form that queries have", () => {
    const names = metricRegistry.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z][A-Za-z]*(\.[A-Za-z0-9]+)+$/.test(name))).toEqual([]);
  });

  test.each(["binary", "multiclass", "regression"] as const)("no metric of a %s model makes a number of nothing", (task) => {
    const spec = specWithoutReference({ task, decisionThreshold: 0.5, positiveLabel: 1, schema });
    for (const definition of metricsOf(task)) {
      const found = definition.of({ spec, profile: emptyProfile(spec), seconds: 0, reference: null, calibration: calibrationOf(null) });
      if (found.value === null) expect(found.reason, definition.name).toBeTruthy();
      else
        expect([definition.name, found.value]).toEqual([
          expect.stringMatching(/^(volume|operations)\.(predictions|labelled|requests|errors)$/),
          0,
        ]);
    }
  });

  test("tells what there is when a task has no such metric", () => {
    expect(findMetric("performance.rocAuc", "binary").label).toBe("ROC AUC");
    expect(() => findMetric("performance.rocAuc", "regression")).toThrow("performance.mae");
    expect(() => findMetric("nonsense.psi", "binary")).toThrow("performance.rocAuc");
  });
});
