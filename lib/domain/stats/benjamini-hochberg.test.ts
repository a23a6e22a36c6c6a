import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { benjaminiHochberg } from "./benjamini-hochberg.ts";

describe("benjaminiHochberg", () => {
  test("the fifteen p-values of the 1995 paper: four are rejected", () => {
    const p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];
    const { adjusted, rejected } = benjaminiHochberg(p);
    expect(rejected.filter(Boolean)).toHaveLength(4);
    expect(adjusted[0]).toBeCloseTo(0.0015, 12);
    expect(adjusted[3]).toBeCloseTo(0.035625, 12);
    expect(adjusted[14]).toBe(1);
  });

  test("a test that is not defined is none", () => {
    expect(benjaminiHochberg([null, 0.04, null, 0.5])).toEqual({
      adjusted: [null, 0.08, null, 0.5],
      rejected: [false, false, false, false],
    });
    expect(benjaminiHochberg([])).toEqual({ adjusted: [], rejected: [] });
  });

  test("keeps the order of p-values, never makes one smaller, never above 1", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 }), (p) => {
        const adjusted = benjaminiHochberg(p).adjusted.map((value) => value ?? Number.NaN);
        for (const [i, a] of adjusted.entries()) {
          expect(a).toBeGreaterThanOrEqual((p[i] ?? 0) - 1e-15);
          expect(a).toBeLessThanOrEqual(1);
          for (const [j, b] of adjusted.entries()) if ((p[i] ?? 0) < (p[j] ?? 0)) expect(a).toBeLessThanOrEqual(b);
        }
      }),
    );
  });
});
