import { describe, expect, test } from "vitest";
import { betaQuantile } from "./beta.ts";
import { chiSquareQuantile, chiSquareSf } from "./chi-square.ts";
import { incompleteBeta } from "./incomplete-beta.ts";
import { kolmogorovQuantile, kolmogorovSf } from "./kolmogorov.ts";
import { normalCdf, normalQuantile, normalSf, twoSidedZ } from "./normal.ts";

// SciPy 1.17
describe("distributions agree with SciPy to ten digits", () => {
  test.each([
    ["chiSquareQuantile(.99, 9)", chiSquareQuantile(0.99, 9), 21.665994333461924],
    ["chiSquareQuantile(.95, 1)", chiSquareQuantile(0.95, 1), 3.841458820694124],
    ["chiSquareQuantile(.05, 3)", chiSquareQuantile(0.05, 3), 0.35184631774927144],
    ["chiSquareQuantile(.99, 999)", chiSquareQuantile(0.99, 999), 1105.9169575045823],
    ["chiSquareSf(60, 9)", chiSquareSf(60, 9), 1.340678048396e-9],
    ["chiSquareSf(1, 9)", chiSquareSf(1, 9), 0.9994375026978325],
    ["chiSquareSf(900, 1000)", chiSquareSf(900, 1000), 0.9892827619087102],
    ["normalQuantile(1e-12)", normalQuantile(1e-12), -7.034483825301],
    ["normalQuantile(.975)", normalQuantile(0.975), 1.959963984540054],
    ["twoSidedZ(.95)", twoSidedZ(0.95), 1.959963984540054],
    ["normalSf(9)", normalSf(9), 1.1285884059538e-19],
    ["normalCdf(-9)", normalCdf(-9), 1.1285884059538e-19],
    ["normalCdf(1)", normalCdf(1), 0.841344746068543],
    ["betaQuantile(.025, 3, 8)", betaQuantile(0.025, 3, 8), 0.06673951117773447],
    ["betaQuantile(.975, 1, 1e5)", betaQuantile(0.975, 1, 1e5), 3.68881141579e-5],
    ["incompleteBeta(.3, 2, 5)", incompleteBeta(0.3, 2, 5), 0.579825],
    ["kolmogorovSf(1)", kolmogorovSf(1), 0.26999967167735],
    ["kolmogorovSf(.5)", kolmogorovSf(0.5), 0.9639452436648751],
    ["kolmogorovSf(3)", kolmogorovSf(3), 3.045995948942526e-8],
    ["kolmogorovQuantile(.95)", kolmogorovQuantile(0.95), 1.3580986393225505],
  ])("%s", (_, ours, theirs) => {
    expect(Math.abs(ours / theirs - 1)).toBeLessThan(1e-10);
  });

  test("the ends of the ranges are the ends of the distributions", () => {
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
    expect(normalQuantile(0.5)).toBeCloseTo(0, 15);
    expect([chiSquareQuantile(0, 4), chiSquareQuantile(1, 4), chiSquareSf(0, 4)]).toEqual([0, Number.POSITIVE_INFINITY, 1]);
    expect([betaQuantile(0, 2, 2), betaQuantile(1, 2, 2), kolmogorovSf(0)]).toEqual([0, 1, 1]);
  });
});
