import clsx from "clsx";
import Link from "next/link";
import { DistributionSpark } from "#components/charts/distribution-spark";
import { Sparkline } from "#components/charts/sparkline";
import { ValueAgainstLimit } from "#components/charts/value-against-limit";
import { psi } from "#lib/client/format";
import { type WindowFrame, windowName } from "#lib/client/window-points";
import type { DistributionAnswer, DriftAnswer, DriftFeature } from "#lib/domain/analysis/answers/drift";
import { columnName, windowWords } from "#lib/domain/models/model-words";
import { type PageQuery, tabAddress } from "#lib/domain/models/page-query";
import { reasonWords } from "#lib/domain/models/reason-words";
import { movedWords, psiOverWindows } from "./drift-words.ts";
import { sparkBins } from "./equal-bins.ts";

type Props = {
  slug: string;
  query: PageQuery;
  frame: WindowFrame;
  drift: DriftAnswer;
  /** The selected window's columns, in the order to be shown. */
  rows: readonly DriftFeature[];
  /** Rank of the first row. */
  first?: number;
  selected: string;
  distributions: readonly DistributionAnswer[];
};

const grid = "md:grid-cols-[20px_minmax(120px,1fr)_200px_120px_48px_96px] md:gap-x-5";
const narrow = "max-md:grid-cols-[minmax(0,1fr)_116px_92px] max-md:gap-x-4";

/** Columns by how far they moved: distribution, PSI against its limit, and how it came to this. */
export function DriftRanking({ slug, query, frame, drift, rows, first = 1, selected, distributions }: Props) {
  const most = Math.max(1e-6, ...rows.map((row) => row.psi ?? 0));
  const when = windowName(selected, frame);
  return (
    <div>
      <div aria-hidden="true" className={`hidden items-end pt-4 pb-2 text-small text-ink-faint md:grid ${grid}`}>
        <span>#</span>
        <span>Column, mean</span>
        <span className="flex items-center gap-2">
          <span className="inline-block size-2 bg-chart-reference" />
          reference <span className="inline-block size-2 border border-series-1" />
          {when}
        </span>
        <span>PSI, log scale</span>
        <span className="text-right">PSI</span>
        <span>by {windowWords[frame.size]}</span>
      </div>
      <ol className="max-md:mt-3">
        {rows.map((row, at) => {
          const distribution = distributions.find((entry) => entry.feature === row.feature);
          const limit = row.threshold.value;
          return (
            <li
              key={row.feature}
              className={`relative grid items-center border-t border-line py-2 hover:bg-surface-hover print-row ${grid} ${narrow}`}
            >
              <span className="num text-ink-faint max-md:hidden">{first + at}</span>
              <span className="min-w-0">
                <Link
                  href={tabAddress(`/models/${slug}/features/${encodeURIComponent(row.feature)}`, { ...query, at: selected })}
                  className="block truncate font-medium after:absolute after:inset-0"
                >
                  {columnName(row.feature)}
                </Link>
                <span className="num block truncate text-small text-ink-muted">{movedWords(row)}</span>
              </span>
              <span className="min-w-0 overflow-hidden">
                {distribution && distribution.bins.length > 0 ? (
                  <DistributionSpark label={`${columnName(row.feature)}: reference and ${when}`} bins={sparkBins(distribution)} />
                ) : (
                  <span className="text-small text-ink-faint">no bins</span>
                )}
              </span>
              <span className="max-md:row-start-1 max-md:col-start-3">
                <span className="num flex justify-between text-small md:hidden">
                  <span className="text-ink-faint">PSI</span>
                  <span className={clsx("text-body font-medium", row.drifted && "text-critical")}>{psi(row.psi)}</span>
                </span>
                {limit === null ? (
                  <span className="text-small text-ink-faint">{reasonWords(row.reasons?.psi)}</span>
                ) : (
                  <ValueAgainstLimit value={row.psi} limit={limit} most={most} scale="log" />
                )}
              </span>
              <span className={clsx("num text-right font-medium max-md:hidden", row.drifted && "text-critical")}>
                {psi(row.psi)}
                {row.drifted ? <span className="sr-only"> drifted</span> : null}
              </span>
              <span className="max-md:hidden">
                <Sparkline
                  label={`PSI of ${columnName(row.feature)} by ${windowWords[frame.size]}, last ${psi(row.psi)}`}
                  values={psiOverWindows(drift.windows, row.feature)}
                  limits={limit === null ? [] : [limit]}
                  status={row.drifted ? "critical" : "ok"}
                  width={92}
                  height={24}
                />
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
