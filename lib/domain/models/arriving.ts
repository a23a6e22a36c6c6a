import type { EventRow } from "#lib/domain/events/event";
import type { Model } from "./model.ts";
import type { Arriving, PointKey } from "./watch-catalogue.ts";

type Known = {
  /** share of all counted rows that have their label; late ones are not among the newest rows */
  labelledShare: number;
  versions: readonly string[];
};

/** What the newest rows of a model carry. A version that was not sent is "v1", so one version of that name says nothing. */
export function arrivingIn(model: Pick<Model, "schema">, rows: readonly EventRow[], { labelledShare, versions }: Known): Arriving {
  const having = (has: (row: EventRow) => boolean) => rows.filter(has).length;
  const slots = model.schema.groups.map(({ slot }) => slot);
  const named = versions.some((version) => version !== "v1");
  const by: Record<PointKey, number> = {
    predictions: having(({ prediction, score }) => prediction !== null || score !== null),
    scores: having(({ score, scores }) => score !== null || scores !== null),
    labels: Math.max(
      having(({ label }) => label !== null),
      Math.ceil(labelledShare * rows.length),
    ),
    groups: having(({ cells }) => slots.some((slot) => cells[slot] !== undefined)),
    latency: having(({ latencyMs }) => latencyMs !== null),
    errors: having(({ error }) => error !== null),
    versions: named ? rows.length : 0,
    attributions: having(({ attributions }) => attributions !== null),
  };
  return { rows: rows.length, by };
}
