import { type AdditiveKind, type AdditiveMetric, additiveMetric } from "#lib/domain/metrics/additive-metric";
import { driftOf } from "#lib/domain/metrics/drift-metrics";
import { emptyProfile } from "#lib/domain/profile/empty-profile";
import type { Profile } from "#lib/domain/profile/profile";
import type { CauseFeature, CauseSegment, RootCauseAnswer } from "./answers/root-cause.ts";
import { nullReasons } from "./null-reasons.ts";
import { answerHead } from "./provenance.ts";
import type { Question } from "./question.ts";
import { segmentEffects } from "./segment-effects.ts";
import { share } from "./status.ts";

/** Profiles of one segment value, in the range asked for and in the reference; null = no rows. */
export type SegmentProfiles = { name: string; value: string; current: Profile | null; reference: Profile | null };

const mean = ({ total, rows }: AdditiveMetric): number | null => share(total, rows);

/**
 * What the change against the reference comes from: features by drift (weighted by importance where events carry attributions), segments by
 * how much of the change of a mean over rows each accounts for. The question's one window is the range.
 */
export function buildRootCause(question: Question, segments: readonly SegmentProfiles[]): RootCauseAnswer {
  const { spec } = question;
  const range = question.windows[0];
  const current = range?.profile ?? emptyProfile(spec);
  const reference = question.reference?.profile ?? null;
  const base = reference ?? emptyProfile(spec);
  const predictionColumn = spec.columns.findIndex(({ name }) => name === "@prediction");
  const kind: AdditiveKind = base.labelled > 0 && current.labelled > 0 ? "labelled" : "unlabelled";
  const of = (profile: Profile | null) => additiveMetric(profile ?? emptyProfile(spec), kind, predictionColumn);
  const [before, after] = [of(base), of(current)];
  const [referenceValue, currentValue] = [mean(before), mean(after)];
  const change = referenceValue === null || currentValue === null ? null : currentValue - referenceValue;
  const reason = reference === null ? "no_reference" : current.rows === 0 ? "no_rows" : null;
  return {
    ...answerHead(question, {
      method:
        "Features: share of the summed PSI, each weighted by its mean absolute attribution where events carry one. Segments: rate effect ½(w₀ + w₁)(m₁ − m₀) plus mix effect (w₁ − w₀)(½(m₀ + m₁) − M), which add up to the change within each segment dimension",
      precision: "exact",
      floor: 1e-4,
    }),
    start: new Date(range?.start ?? question.now).toISOString(),
    end: new Date(range?.end ?? question.now).toISOString(),
    metric: after.metric,
    label: after.label,
    direction: after.direction,
    referenceValue,
    currentValue,
    change,
    features: rankedCauses(question, reference, current),
    segments: reference === null ? [] : rankedSegments(segments, of),
    ...nullReasons(
      { referenceValue: reference === null ? "no_reference" : "no_rows", currentValue: "no_rows", change: reason ?? "no_rows" },
      { referenceValue, currentValue, change },
    ),
  };
}

/** Outputs of the model are effects, not causes, so only features are ranked. */
function rankedCauses({ spec }: Question, reference: Profile | null, current: Profile): CauseFeature[] {
  const inputs = driftOf(spec.columns, reference, current).filter(({ feature }) => !feature.startsWith("@"));
  const weighted = inputs.map(({ feature, psi, drifted, reasons }) => {
    const sums = current.attributions[spec.attributions.indexOf(feature)];
    const importance = sums && sums.count > 0 ? sums.sumAbsolute / sums.count : null;
    return { feature, psi, drifted, importance, undefinedPsi: reasons?.psi ?? "no_rows" };
  });
  // one feature without an importance would otherwise weigh more than all that have one
  const known = weighted.some(({ importance }) => importance !== null);
  const weights = weighted.map(({ psi, importance }) => (psi ?? 0) * (known ? (importance ?? 0) : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weighted
    .map(({ undefinedPsi, ...entry }, index) => {
      const found = { ...entry, share: share(weights[index] ?? 0, total) };
      return {
        ...found,
        ...nullReasons({ psi: undefinedPsi, importance: "no_attributions", share: found.psi === null ? undefinedPsi : "no_drift" }, found),
      };
    })
    .sort((a, b) => (b.share ?? -1) - (a.share ?? -1) || (b.psi ?? -1) - (a.psi ?? -1))
    .map((entry, index) => ({ ...entry, rank: index + 1 }));
}

function rankedSegments(segments: readonly SegmentProfiles[], of: (profile: Profile | null) => AdditiveMetric): CauseSegment[] {
  const dimensions = new Map<string, SegmentProfiles[]>();
  for (const segment of segments) dimensions.set(segment.name, [...(dimensions.get(segment.name) ?? []), segment]);
  return [...dimensions.values()]
    .flatMap((values) => effectsOf(values, of))
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
    .map((segment, index) => ({ ...segment, rank: index + 1 }));
}

function effectsOf(values: readonly SegmentProfiles[], of: (profile: Profile | null) => AdditiveMetric): Omit<CauseSegment, "rank">[] {
  const sides = values.map(({ reference, current }) => ({ reference: of(reference), current: of(current) }));
  const found = segmentEffects(sides);
  if (found === null) return [];
  const rows = (side: "reference" | "current") => sides.reduce((total, segment) => total + segment[side].rows, 0);
  const [referenceRows, currentRows] = [rows("reference"), rows("current")];
  return values.flatMap(({ name, value }, index) => {
    const [effect, side] = [found.effects[index], sides[index]];
    if (effect === undefined || side === undefined) return [];
    const shown = {
      share: found.change === 0 ? null : effect.contribution / found.change,
      referenceShare: share(side.reference.rows, referenceRows),
      currentShare: share(side.current.rows, currentRows),
      referenceValue: mean(side.reference),
      currentValue: mean(side.current),
    };
    return {
      segment: `${name}:${value}`,
      name,
      value,
      ...effect,
      ...shown,
      referenceRows: side.reference.rows,
      currentRows: side.current.rows,
      ...nullReasons(
        {
          share: "no_change",
          referenceShare: "no_reference_rows",
          currentShare: "no_rows",
          referenceValue: "no_reference_rows",
          currentValue: "no_rows",
        },
        shown,
      ),
    };
  });
}
