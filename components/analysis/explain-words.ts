import { count, metric } from "#lib/client/format";
import type { AttributionFeature, ExplainabilityAnswer } from "#lib/domain/analysis/answers/explainability";
import { columnName } from "#lib/domain/models/model-words";
import { reasonWords } from "#lib/domain/models/reason-words";

export type ExplainWindow = ExplainabilityAnswer["windows"][number];

/** Below this the order of importance is no longer the reference's. */
export const ORDER_LIMIT = 0.9;

/** Places won since the reference: 2 = two places up; null where one of the two is not known. */
export const placesWon = ({ rank, referenceRank }: Pick<AttributionFeature, "rank" | "referenceRank">): number | null =>
  rank === null || referenceRank === null ? null : referenceRank - rank;

export function movedPlaces(feature: AttributionFeature): string {
  const won = placesWon(feature);
  if (won === null) return feature.referenceRank === null ? "no reference" : "no longer there";
  if (won === 0) return "same place";
  return `${count(Math.abs(won))} ${Math.abs(won) === 1 ? "place" : "places"} ${won > 0 ? "up" : "down"}`;
}

/** What the decisions rest on, and whether that changed. */
export function explainHeadline(window: ExplainWindow, when: string): { title: string; sentence: string } {
  const first = window.features[0];
  if (!first || first.meanAbsoluteAttribution === null) return { title: `No attributions ${when}`, sentence: "The rows carry none." };
  const title = `${columnName(first.feature)} decides most ${when}`;
  if (window.ndcg === null) return { title, sentence: `Whether the order changed cannot be said: ${reasonWords(window.reasons?.ndcg)}.` };
  const risen = window.features.toSorted((a, b) => (placesWon(b) ?? 0) - (placesWon(a) ?? 0))[0];
  const rise = risen && (placesWon(risen) ?? 0) > 0 ? ` ${columnName(risen.feature)} rose most, ${movedPlaces(risen)}.` : "";
  const kept =
    window.ndcg >= ORDER_LIMIT ? "The order of importance is the reference's" : "The order of importance is no longer the reference's";
  return { title, sentence: `${kept}: NDCG ${metric(window.ndcg)}, limit ${metric(ORDER_LIMIT)}.${window.ndcg < ORDER_LIMIT ? rise : ""}` };
}
