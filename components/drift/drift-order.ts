import type { DriftFeature } from "#lib/domain/analysis/answers/drift";

/** By what columns can be ranked; the first is the default. */
export const driftOrders = {
  psi: "PSI",
  jsDistance: "JS distance",
  ks: "Kolmogorov–Smirnov",
  normalizedWasserstein: "Wasserstein, in sd",
  hellinger: "Hellinger",
  cramersV: "Cramér’s V",
  missingShare: "Missing share",
} as const;
export type DriftOrder = keyof typeof driftOrders;

export const orderOf = (sort: string | undefined): DriftOrder =>
  (Object.keys(driftOrders) as DriftOrder[]).find((name) => name === sort) ?? "psi";

/** The largest first; columns without the measure last, in the order they had. */
export const inOrder = (features: readonly DriftFeature[], order: DriftOrder): DriftFeature[] =>
  features.toSorted((a, b) => (b[order] ?? -1) - (a[order] ?? -1));

export const PAGE_ROWS = 20;

export type DriftRows = { rows: DriftFeature[]; first: number; total: number; previous: string | null; next: string | null };

/** One page of a ranking; a page that does not exist is the last one. */
export function pageOf(features: readonly DriftFeature[], page: string | undefined): DriftRows {
  const pages = Math.max(1, Math.ceil(features.length / PAGE_ROWS));
  const asked = Number.parseInt(page ?? "1", 10);
  const at = Math.min(pages, Math.max(1, Number.isNaN(asked) ? 1 : asked));
  return {
    rows: features.slice((at - 1) * PAGE_ROWS, at * PAGE_ROWS),
    first: (at - 1) * PAGE_ROWS + 1,
    total: features.length,
    previous: at > 1 ? String(at - 1) : null,
    next: at < pages ? String(at + 1) : null,
  };
}
