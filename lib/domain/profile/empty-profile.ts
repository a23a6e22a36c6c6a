import type { ColumnCounts, Confusion, Profile, ProfileSpec } from "./profile.ts";

/** The Profile of no rows: the neutral element of `mergeInto`. */
export function emptyProfile(spec: ProfileSpec): Profile {
  return {
    rows: 0,
    labelled: 0,
    errors: 0,
    firstMicros: null,
    lastMicros: null,
    columns: spec.columns.map(emptyColumn),
    outcome: emptyOutcome(spec),
    groups: new Map(spec.groups.map(({ name }) => [name, new Map()])),
    latency: { count: 0, sum: 0, zero: 0, buckets: new Map() },
    attributions: spec.attributions.map(() => ({ count: 0, sumAbsolute: 0 })),
  };
}

export function emptyColumn(): ColumnCounts {
  return {
    bins: new Map(),
    missing: 0,
    wrongType: 0,
    sum: 0,
    sumSquares: 0,
    min: null,
    max: null,
    outliers: 0,
    unexpected: 0,
    distinct: null,
  };
}

export function emptyConfusion(): Confusion {
  return { tp: 0, fp: 0, fn: 0, tn: 0, unlabelledPositive: 0, unlabelledNegative: 0 };
}

function emptyOutcome({ task }: ProfileSpec): Profile["outcome"] {
  switch (task) {
    case "binary":
      return {
        kind: "binary",
        cells: new Map(),
        scored: 0,
        logLossSum: 0,
        brierSum: 0,
        calibration: Array.from({ length: 10 }, () => ({ rows: 0, scoreSum: 0, positives: 0 })),
      };
    case "multiclass":
      return { kind: "multiclass", cells: new Map(), scored: 0, logLossSum: 0 };
    case "regression":
      return {
        kind: "regression",
        n: 0,
        sumError: 0,
        sumAbsoluteError: 0,
        sumSquaredError: 0,
        nPercentage: 0,
        sumAbsolutePercentage: 0,
        sumLabel: 0,
        sumSquaredLabel: 0,
      };
  }
}
