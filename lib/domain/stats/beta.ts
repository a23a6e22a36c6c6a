import { findRoot } from "./find-root.ts";
import { incompleteBeta } from "./incomplete-beta.ts";

/** The x with P(X ≤ x) = p of the beta distribution with shapes a, b > 0. */
export const betaQuantile = (p: number, a: number, b: number): number => findRoot((x) => incompleteBeta(x, a, b) - p, 0, 1);
