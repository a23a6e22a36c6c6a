import type { FeatureType, Task } from "#lib/domain/models/model";

/**
 * How the values of one column are laid out in bins, frozen with the reference.
 * quantiles: `edges` ascending and distinct, from the reference's minimum to its maximum (at most 101); bins are below, [e0,e1), …, [ek-1,ek], above.
 * values: the reference has at most 50 distinct numbers; bins are gap, v0, gap, v1, …, gap, so that order is kept.
 * categories: bins are one per frequent category (at most 1,000, most frequent first), then other (known, rarer), then unseen.
 * identifier: over 100,000 categories; only missing and wrong type are counted, since membership is not kept.
 * none: no reference yet; only missing, wrong type, sums.
 * `cuts` (ascending, each one of the edges or values) is where PSI's at most ten bins part: below the first cut, from each cut up to the next.
 * `centers` has the reference's mean in each bin between two edges, for distances: within a bin rows are taken to lie as they did in the reference.
 */
export type ColumnLayout =
  | { kind: "quantiles"; edges: number[]; centers: number[]; cuts: number[] }
  | { kind: "values"; values: number[]; cuts: number[] }
  | { kind: "categories"; categories: string[]; known: string[] }
  | { kind: "identifier" }
  | { kind: "none" };

/** Where a column's value comes from: a slot of the row, or the output of the model. */
export type ColumnSource = { kind: "slot"; slot: number } | { kind: "score" } | { kind: "prediction" };

export type ColumnSpec = {
  /** the feature's name, or "@score" / "@prediction" */
  name: string;
  type: FeatureType;
  source: ColumnSource;
  layout: ColumnLayout;
  /** Tukey's fences from the reference's quartiles; null without a numeric reference */
  fences: { low: number; high: number } | null;
  /** declared expectations that are counted while counting; null when none are declared */
  expected: { values: string[] | null; min: number | null; max: number | null; unique?: boolean } | null;
};

/** Everything that counting needs to know. Same spec, same rows → same Profile, whatever the order. */
export type ProfileSpec = {
  task: Task;
  decisionThreshold: number;
  /** canonical text of the positive class: "1" for binary, a class name for multiclass */
  positive: string;
  columns: ColumnSpec[];
  groups: { name: string; slot: number }[];
  segments: { name: string; slot: number }[];
  /** names in the order in which attribution sums are kept */
  attributions: string[];
  /** version of the reference it was frozen with; 0 = none yet */
  reference: number;
};

/** Values that get a count of their own (groups 200, segments 50, classes 1,000); later ones are pooled as "other". Kept per model, first come. */
export type KnownValues = { groups: Record<string, string[]>; segments: Record<string, string[]>; classes: string[] };

export type ColumnCounts = {
  /** sparse: bin → rows */
  bins: Map<number, number>;
  missing: number;
  wrongType: number;
  /** numeric values only, infinities never get here */
  sum: number;
  sumSquares: number;
  min: number | null;
  max: number | null;
  outliers: number;
  /** rows whose value broke the declared set or range */
  unexpected: number;
  /** hashes of the values, where uniqueness was declared; else null */
  distinct: Set<number> | null;
};

/** Confusion counts plus the rows without a label, so that selection rates count every prediction. */
export type Confusion = { tp: number; fp: number; fn: number; tn: number; unlabelledPositive: number; unlabelledNegative: number };

export type BinaryOutcome = {
  kind: "binary";
  /** sparse: ((bin+1)*3 + prediction)*3 + label → rows; bin -1 = no score; prediction and label 0, 1 or 2 = none */
  cells: Map<number, number>;
  /** over rows with score and label */
  scored: number;
  logLossSum: number;
  brierSum: number;
  /** per tenth of the score (labelled rows): rows, sum of scores, positives – for the expected calibration error */
  calibration: { rows: number; scoreSum: number; positives: number }[];
};
export type MulticlassOutcome = {
  kind: "multiclass";
  /** "prediction\u0000label" → rows; the empty string = none */
  cells: Map<string, number>;
  scored: number;
  logLossSum: number;
};
export type RegressionOutcome = {
  kind: "regression";
  /** rows with prediction and label */
  n: number;
  sumError: number;
  sumAbsoluteError: number;
  sumSquaredError: number;
  /** rows with a label other than 0, and the sum of |error / label| over them */
  nPercentage: number;
  sumAbsolutePercentage: number;
  sumLabel: number;
  sumSquaredLabel: number;
};

/** A small summary that adds up: of one model, version, segment value and window. */
export type Profile = {
  rows: number;
  labelled: number;
  errors: number;
  firstMicros: number | null;
  lastMicros: number | null;
  /** aligned with spec.columns */
  columns: ColumnCounts[];
  outcome: BinaryOutcome | MulticlassOutcome | RegressionOutcome;
  /** group name → value ("" = missing) → counts */
  groups: Map<string, Map<string, Confusion>>;
  /** DDSketch of latency in milliseconds: bucket → rows */
  latency: { count: number; sum: number; zero: number; buckets: Map<number, number> };
  /** aligned with spec.attributions */
  attributions: { count: number; sumAbsolute: number }[];
};
