import { type Estimate, estimated, notEstimated } from "./estimate.ts";
import { twoSidedZ } from "./normal.ts";

/** Sums over rows with prediction and label; error = prediction − label. */
export type RegressionSums = {
  n: number;
  sumError: number;
  sumAbsoluteError: number;
  sumSquaredError: number;
  /** rows with a label other than 0, and Σ|error / label| over them */
  nPercentage: number;
  sumAbsolutePercentage: number;
  sumLabel: number;
  sumSquaredLabel: number;
};

export type RegressionMetrics = { meanError: Estimate; mae: Estimate; rmse: Estimate; mape: Estimate; r2: Estimate };

/**
 * Metrics from sums. Mean error and MAE have the normal interval of a mean (Σe² serves both, as |e|² = e²); RMSE, MAPE and R² would need
 * sums of higher powers and claim none. MAPE is a ratio over rows with a label other than 0. R² needs labels that differ.
 */
export function regressionMetrics(sums: RegressionSums, level = 0.95): RegressionMetrics {
  const { n, sumError, sumAbsoluteError, sumSquaredError, nPercentage, sumAbsolutePercentage } = sums;
  if (!(n > 0)) {
    const none = notEstimated("no_rows");
    return { meanError: none, mae: none, rmse: none, mape: none, r2: none };
  }
  const z = twoSidedZ(level);
  const mae = mean(sumAbsoluteError, sumSquaredError, n, z);
  return {
    meanError: mean(sumError, sumSquaredError, n, z),
    mae: mae.value !== null && mae.low !== null ? { ...mae, low: Math.max(0, mae.low) } : mae,
    rmse: estimated(Math.sqrt(Math.max(0, sumSquaredError) / n)),
    mape: nPercentage > 0 ? estimated(sumAbsolutePercentage / nPercentage) : notEstimated("no_nonzero_labels"),
    r2: rSquared(sums),
  };
}

function mean(total: number, squares: number, n: number, z: number): Estimate {
  const value = total / n;
  if (n < 2) return estimated(value);
  const variance = Math.max(0, squares - n * value * value) / (n - 1);
  const half = z * Math.sqrt(variance / n);
  return estimated(value, { low: value - half, high: value + half });
}

function rSquared({ n, sumSquaredError, sumLabel, sumSquaredLabel }: RegressionSums): Estimate {
  const spread = sumSquaredLabel - (sumLabel * sumLabel) / n;
  // equal labels leave a rest of rounding, which must not become a divisor
  if (n < 2 || spread <= 1e-12 * sumSquaredLabel) return notEstimated("constant_label");
  return estimated(1 - sumSquaredError / spread);
}
