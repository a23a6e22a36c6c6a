import Link from "next/link";
import { metric } from "#lib/client/format";
import type { AttributionFeature } from "#lib/domain/analysis/answers/explainability";
import { columnName } from "#lib/domain/models/model-words";
import { movedPlaces } from "./explain-words.ts";

type Props = { features: readonly AttributionFeature[]; when: string; hrefOf: (feature: string) => string };

const MOST_FEATURES = 20;
const grid = "grid grid-cols-[24px_minmax(0,1fr)_64px] gap-x-4 md:grid-cols-[24px_200px_minmax(0,1fr)_72px_72px_120px]";

/** Importance as bars: reference as grey fill, now as blue outline, on one scale. */
export function ImportanceBars({ features, when, hrefOf }: Props) {
  const shown = features.slice(0, MOST_FEATURES);
  const most = Math.max(1e-12, ...shown.flatMap((row) => [row.meanAbsoluteAttribution ?? 0, row.referenceMeanAbsoluteAttribution ?? 0]));
  const width = (value: number | null) => ({ width: `${((value ?? 0) / most) * 100}%` });
  return (
    <div className="mt-3">
      <div aria-hidden="true" className={`${grid} pb-2 text-small text-ink-faint max-md:hidden`}>
        <span>#</span>
        <span>Feature</span>
        <span className="flex items-center gap-2">
          <span className="inline-block size-2 bg-chart-reference" /> reference
          <span className="inline-block size-2 border border-series-1" /> {when}
        </span>
        <span className="text-right">then</span>
        <span className="text-right">now</span>
        <span>Moved</span>
      </div>
      <ol>
        {shown.map((row, at) => (
          <li key={row.feature} className={`${grid} relative items-center border-t border-line py-2 hover:bg-surface-hover print-row`}>
            <span className="num text-ink-faint">{at + 1}</span>
            <Link href={hrefOf(row.feature)} className="truncate font-medium after:absolute after:inset-0">
              {columnName(row.feature)}
            </Link>
            <span aria-hidden="true" className="relative block h-4 max-md:order-last max-md:col-span-3">
              <span
                className="absolute inset-y-0.5 left-0 bg-chart-reference opacity-75"
                style={width(row.referenceMeanAbsoluteAttribution)}
              />
              <span className="absolute inset-y-0 left-0 border border-series-1" style={width(row.meanAbsoluteAttribution)} />
            </span>
            <span className="num text-right text-ink-muted max-md:hidden">{metric(row.referenceMeanAbsoluteAttribution)}</span>
            <span className="num text-right font-medium">{metric(row.meanAbsoluteAttribution)}</span>
            <span className="text-ink-muted max-md:hidden">{movedPlaces(row)}</span>
          </li>
        ))}
      </ol>
      {features.length > MOST_FEATURES ? (
        <p className="mt-2 text-small text-ink-faint">
          The first {MOST_FEATURES} of {features.length}; all are in the table.
        </p>
      ) : null}
    </div>
  );
}
