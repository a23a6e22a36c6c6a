import type { Profile } from "#lib/domain/profile/profile";
import { quantileOfSorted } from "#lib/domain/stats/quantile-edges";
import { sketchQuantile } from "#lib/domain/stats/quantile-sketch";

export type Operations = {
  requests: number;
  errors: number;
  errorRate: number | null;
  latencyP50: number | null;
  latencyP95: number | null;
  latencyP99: number | null;
  latencyMean: number | null;
  throughput: number | null;
  reasons?: Record<string, string>;
};

/**
 * Requests, errors and latency (ms) of a Profile whose window lasts `seconds`; throughput is per second of it. With the latencies of the rows,
 * sorted ascending, quantiles are exact (linear interpolation, as NumPy) instead of within 1 %.
 */
export function operationsOf(profile: Profile, seconds: number, sortedLatencies: ArrayLike<number> | null = null): Operations {
  const { rows, errors, latency } = profile;
  const quantile = (q: number) => (sortedLatencies ? quantileOfSorted(sortedLatencies, q) : sketchQuantile(latency, q).value);
  const values = {
    errorRate: rows > 0 ? errors / rows : null,
    latencyP50: quantile(0.5),
    latencyP95: quantile(0.95),
    latencyP99: quantile(0.99),
    latencyMean: latency.count > 0 ? latency.sum / latency.count : null,
    throughput: seconds > 0 ? rows / seconds : null,
  };
  const reasons = Object.entries(values).flatMap(([name, value]) =>
    value === null ? [[name, rows > 0 && name.startsWith("latency") ? "no_latency" : "no_rows"]] : [],
  );
  return { requests: rows, errors, ...values, ...(reasons.length > 0 ? { reasons: Object.fromEntries(reasons) } : {}) };
}
