import type { AttributionFeature } from "#lib/domain/analysis/answers/explainability";
import type { Profile, ProfileSpec } from "#lib/domain/profile/profile";
import { ndcg } from "#lib/domain/stats/ndcg";

type Attributions = { features: AttributionFeature[]; ndcg: number | null; reasons?: Record<string, string> };

/** Mean |attribution| per feature over the rows that carry one; null without. Aligned with `spec.attributions`. */
const importances = (profile: Profile | null, { attributions }: ProfileSpec): (number | null)[] =>
  attributions.map((_, index) => {
    const sums = profile?.attributions[index];
    return sums && sums.count > 0 ? sums.sumAbsolute / sums.count : null;
  });

const ranks = (values: readonly (number | null)[]): (number | null)[] => {
  const order = values
    .flatMap((value, index) => (value === null ? [] : [{ value, index }]))
    .sort((a, b) => b.value - a.value || a.index - b.index);
  const places = new Map(order.map(({ index }, place) => [index, place + 1]));
  return values.map((_, index) => places.get(index) ?? null);
};

/** Importance of the features now and in the reference, the most important first, and how well the order was kept. */
export function attributionsOf(spec: ProfileSpec, reference: Profile | null, current: Profile): Attributions {
  const [ours, theirs] = [importances(current, spec), importances(reference, spec)];
  const [rank, referenceRank] = [ranks(ours), ranks(theirs)];
  const features = spec.attributions.map((feature, index): AttributionFeature => {
    const value = ours[index] ?? null;
    const theirValue = theirs[index] ?? null;
    const reasons = {
      ...(value === null ? { meanAbsoluteAttribution: "no_attributions", rank: "no_attributions" } : {}),
      ...(theirValue === null
        ? { referenceMeanAbsoluteAttribution: "no_reference_attributions", referenceRank: "no_reference_attributions" }
        : {}),
    };
    return {
      feature,
      meanAbsoluteAttribution: value,
      rank: rank[index] ?? null,
      referenceMeanAbsoluteAttribution: theirValue,
      referenceRank: referenceRank[index] ?? null,
      rows: current.attributions[index]?.count ?? 0,
      ...(Object.keys(reasons).length > 0 ? { reasons } : {}),
    };
  });
  const known = (values: readonly (number | null)[]) => values.some((value) => value !== null);
  const filled = (values: readonly (number | null)[]) => values.map((value) => value ?? 0);
  const kept =
    known(ours) && known(theirs)
      ? ndcg(filled(theirs), filled(ours))
      : { value: null, reason: known(ours) ? "no_reference_attributions" : "no_attributions" };
  return {
    features: features.sort(
      (a, b) => (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY) || (a.feature < b.feature ? -1 : 1),
    ),
    ndcg: kept.value,
    ...(kept.value === null ? { reasons: { ndcg: kept.reason ?? "no_attributions" } } : {}),
  };
}
