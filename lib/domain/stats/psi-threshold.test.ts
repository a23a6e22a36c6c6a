import { describe, expect, test } from "vitest";
import { driftThreshold } from "./psi-threshold.ts";

describe("the limit of PSI", () => {
  test("knows both sample sizes", () => {
    const limit = driftThreshold(10, 5832, 744);
    expect(limit.sampling).toBeCloseTo(21.665994333461924 * (1 / 5832 + 1 / 744), 10);
    expect([limit.practical, limit.threshold]).toEqual([0.2, 0.2]);
    expect(driftThreshold(10, 200, 200).threshold).toBeCloseTo(0.21666, 5);
    expect(driftThreshold(1, 200, 200)).toEqual({ practical: 0.2, sampling: 0, threshold: 0.2 });
    expect(driftThreshold(10, 200, 0)).toEqual({ practical: 0.2, sampling: null, threshold: null, reason: "no_current_rows" });
    expect(driftThreshold(10, 0, 200).reason).toBe("no_reference_rows");
  });

  // Scouter takes the reference as exact and 95 %
  test.each([
    [10, 50, 0.3384],
    [10, 100, 0.1692],
    [10, 200, 0.0846],
    [10, 400, 0.0423],
    [10, 500, 0.0338],
    [10, 1000, 0.0169],
    [10, 5000, 0.0034],
    [20, 1000, 0.0301],
  ])("of %d bins and %d rows is Scouter's when the reference is endless", (bins, rows, limit) => {
    expect(driftThreshold(bins, Number.POSITIVE_INFINITY, rows, { confidence: 0.95 }).sampling).toBeCloseTo(limit, 4);
  });
});
