import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kpiVerdict, type RatedKpi } from "./kpi-verdict.ts";

const auc: RatedKpi = { name: "AUC", unit: "", direction: "up", target: 0.75, warning: null, critical: null };
const error: RatedKpi = { name: "Error", unit: "bikes an hour", direction: "down", target: 14, warning: 20, critical: 30 };

describe("more is better", () => {
  test.each([
    { value: 0.705, status: "warning", sentence: "AUC is 0.705, below its target of 0.75." },
    { value: 0.75, status: "ok", sentence: "AUC is 0.75, exactly at its target of 0.75." },
    { value: 0.81, status: "ok", sentence: "AUC is 0.81, above its target of 0.75." },
    { value: 0.74999, status: "warning", sentence: "AUC is 0.74999, below its target of 0.75." },
  ])("$value: $sentence", ({ value, status, sentence }) => expect(kpiVerdict(auc, { value })).toMatchObject({ status, sentence }));
});

describe("less is better", () => {
  test.each([
    { value: 12, status: "ok", sentence: "Error is 12 bikes an hour, below its target of 14 bikes an hour." },
    { value: 16, status: "warning", sentence: "Error is 16 bikes an hour, above its target of 14 bikes an hour." },
    { value: 20, status: "warning", sentence: "Error is 20 bikes an hour, above its target of 14 bikes an hour." },
    { value: 25, status: "warning", sentence: "Error is 25 bikes an hour, above its warning limit of 20 bikes an hour." },
    { value: 33, status: "critical", sentence: "Error is 33 bikes an hour, above its critical limit of 30 bikes an hour." },
  ])("$value: $sentence", ({ value, status, sentence }) => expect(kpiVerdict(error, { value })).toMatchObject({ status, sentence }));
});

describe("without a value or limits", () => {
  test("an absent value is neither good nor bad, and says why", () => {
    expect(kpiVerdict(auc, { value: null, reason: "division_by_zero" })).toEqual({
      status: "no_data",
      targetMet: null,
      sentence: "AUC has no value: it would divide by zero.",
    });
    expect(kpiVerdict(auc, { value: null, reason: "no_positive_predictions" }).sentence).toBe("AUC has no value: no positive predictions.");
    expect(kpiVerdict(auc, { value: null }).sentence).toBe("AUC has no value: no data has arrived.");
  });
  test("too few rows are shown and not judged", () => {
    expect(kpiVerdict(auc, { value: 0.2, enough: false })).toMatchObject({ status: "not_enough_data", targetMet: null });
  });
  test("without any limit there is nothing to judge", () => {
    expect(kpiVerdict({ ...auc, target: null }, { value: 1234.56 })).toEqual({
      status: "no_limits",
      targetMet: null,
      sentence: "AUC is 1,235.",
    });
  });
  test("within limits without a target is fine", () => {
    expect(kpiVerdict({ ...error, target: null }, { value: -3 })).toMatchObject({
      status: "ok",
      sentence: "Error is −3 bikes an hour, within its limits.",
    });
  });
});

test("turning the direction and the signs around changes the words but never the status", () => {
  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  const limit = fc.option(number);
  fc.assert(
    fc.property(number, limit, limit, limit, (value, target, warning, critical) => {
      const turned = (x: number | null) => (x === null ? null : -x);
      const up = kpiVerdict({ name: "x", unit: "", direction: "up", target, warning, critical }, { value });
      const down = kpiVerdict(
        { name: "x", unit: "", direction: "down", target: turned(target), warning: turned(warning), critical: turned(critical) },
        { value: -value },
      );
      expect([down.status, down.targetMet]).toEqual([up.status, up.targetMet]);
    }),
  );
});
