import { type Measure, measured, notDefined } from "./measure.ts";
import { pairedShares, sumOverBins } from "./paired-shares.ts";
import { sum } from "./sum.ts";

/**
 * KL(reference ‖ current) = Σ P·ln(P / Q) in nats over aligned bins. Shares below `floor` are raised to it; `renormalise` makes them add up
 * to 1 again, as SciPy's entropy does.
 */
export function klDivergence(
  reference: ArrayLike<number>,
  current: ArrayLike<number>,
  { floor = 1e-4, renormalise = true }: { floor?: number; renormalise?: boolean } = {},
): Measure {
  const shares = pairedShares(reference, current);
  if (shares.reason !== undefined) return notDefined(shares.reason);
  const [p, q] = [shares.reference.map((share) => Math.max(share, floor)), shares.current.map((share) => Math.max(share, floor))];
  const [pTotal, qTotal] = renormalise ? [sum(p), sum(q)] : [1, 1];
  return measured(sumOverBins(p, q, (a, b) => (a === 0 ? 0 : (a / pTotal) * Math.log(a / pTotal / (b / qTotal)))));
}
