import { type Measure, measured, notDefined } from "./measure.ts";

/** Every quantile read from a sketch is within this share of the true one. */
export const SKETCH_ACCURACY = 0.01;
const GAMMA = (1 + SKETCH_ACCURACY) / (1 - SKETCH_ACCURACY);
const LOG_GAMMA = Math.log(GAMMA);
/** Smaller values count as 0; a picosecond where the unit is milliseconds. */
const SMALLEST = 1e-9;

/**
 * DDSketch (Masson, Rim and Lee 2019) of values of 0 or more, without collapsing: exact counts in buckets that grow by 2 %, so sketches
 * add and subtract exactly (`sum` within rounding).
 */
export type QuantileSketch = { count: number; sum: number; zero: number; buckets: Map<number, number> };

export const emptySketch = (): QuantileSketch => ({ count: 0, sum: 0, zero: 0, buckets: new Map() });

/** Bucket of a value: (γ^(i−1), γ^i]; null where it counts as 0. */
export const sketchBucket = (value: number): number | null => (value < SMALLEST ? null : Math.ceil(Math.log(value) / LOG_GAMMA));

/** Counts values in one pass. Throws a RangeError on a negative or not finite one, which has no bucket. */
export function sketchOf(values: Iterable<number>): QuantileSketch {
  const sketch = emptySketch();
  for (const value of values) {
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) throw new RangeError(`A sketch takes finite values of 0 or more, not ${value}.`);
    const bucket = sketchBucket(value);
    sketch.count++;
    sketch.sum += value;
    if (bucket === null) sketch.zero++;
    else sketch.buckets.set(bucket, (sketch.buckets.get(bucket) ?? 0) + 1);
  }
  return sketch;
}

export const addToSketch = (sketch: QuantileSketch, value: number): QuantileSketch => mergeSketches(sketch, sketchOf([value]));

export const mergeSketches = (a: QuantileSketch, b: QuantileSketch): QuantileSketch => combine(a, b, 1);

/** Takes out what was added before; buckets that become empty disappear. */
export const subtractSketch = (from: QuantileSketch, other: QuantileSketch): QuantileSketch => combine(from, other, -1);

function combine(a: QuantileSketch, b: QuantileSketch, sign: 1 | -1): QuantileSketch {
  const buckets = new Map(a.buckets);
  for (const [bucket, count] of b.buckets) {
    const total = (buckets.get(bucket) ?? 0) + sign * count;
    if (total === 0) buckets.delete(bucket);
    else buckets.set(bucket, total);
  }
  return { count: a.count + sign * b.count, sum: a.sum + sign * b.sum, zero: a.zero + sign * b.zero, buckets };
}

/** The q-quantile (0..1), at rank q·(count − 1) rounded down, within SKETCH_ACCURACY of the true value. */
export function sketchQuantile(sketch: QuantileSketch, q: number): Measure {
  if (!(sketch.count > 0)) return notDefined("no_rows");
  const rank = Math.floor(q * (sketch.count - 1));
  if (rank < sketch.zero) return measured(0);
  let seen = sketch.zero;
  let last = 0;
  for (const [bucket, count] of [...sketch.buckets].sort(([a], [b]) => a - b)) {
    seen += count;
    last = bucket;
    if (seen > rank) break;
  }
  return measured((2 * GAMMA ** last) / (GAMMA + 1));
}

/** Sparse pairs in ascending order, for JSON and storage. */
export type StoredSketch = { count: number; sum: number; zero: number; buckets: [bucket: number, count: number][] };

export const storeSketch = (sketch: QuantileSketch): StoredSketch => ({
  ...sketch,
  buckets: [...sketch.buckets].sort(([a], [b]) => a - b),
});
export const restoreSketch = (stored: StoredSketch): QuantileSketch => ({ ...stored, buckets: new Map(stored.buckets) });
