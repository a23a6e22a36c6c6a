import type { ReactNode } from "react";
import { EmptyState } from "#components/ui/empty-state";
import { InlineAlert } from "#components/ui/inline-alert";
import { SectionHead } from "#components/ui/section-head";
import { SkeletonBlock } from "#components/ui/skeleton-block";
import { ChartBoundary } from "./chart-boundary.tsx";
import { Provenance, type ProvenanceFacts } from "./provenance.tsx";
import { SeriesTable, type SeriesTableData } from "./series-table.tsx";
import { seriesTable, type TimeSeries } from "./time-series.ts";

export type ChartState =
  | { kind: "ready" }
  | { kind: "loading" }
  | { kind: "empty"; title: string; sentence: string; command?: string; action?: ReactNode }
  /** Drawn, but some data is missing: why, and what that does to the values. */
  | { kind: "partial"; sentence: string };

type Props = {
  title: string;
  /** What the chart says, in one sentence: "ROC AUC fell from 0.933 to 0.705 in March". */
  summary?: ReactNode;
  /** A link at the right end of the head. */
  action?: ReactNode;
  provenance?: ProvenanceFacts;
  state?: ChartState;
  /** The figures for "Show as table": a time series is laid out by itself. */
  series?: TimeSeries;
  table?: SeriesTableData;
  /** Kept free while loading, in pixels. */
  height?: number;
  level?: 2 | 3;
  children?: ReactNode;
};

/** Everything around a chart: head, sentence, provenance, table, and its states. The chart inside may fail alone. */
export function ChartPanel({
  title,
  summary,
  action,
  provenance,
  state = { kind: "ready" },
  series,
  table,
  height = 280,
  level = 2,
  children,
}: Props) {
  const data = table ?? (series ? seriesTable(series) : null);
  const side =
    provenance || action ? (
      <span className="flex items-baseline gap-4">
        {action}
        {provenance ? <Provenance facts={provenance} /> : null}
      </span>
    ) : null;
  return (
    <section aria-label={title} className="min-w-0 print-row">
      <SectionHead title={title} sentence={summary} action={side} level={level} />
      {state.kind === "partial" ? (
        <div className="mt-2">
          <InlineAlert kind="warning" word="Partial">
            {state.sentence}
          </InlineAlert>
        </div>
      ) : null}
      {state.kind === "loading" ? (
        <div className="mt-3">
          <SkeletonBlock height={height} label={`Loading ${title}`} />
        </div>
      ) : state.kind === "empty" ? (
        <div className="mt-3 border-t border-line pt-3">
          <EmptyState title={state.title} sentence={state.sentence} command={state.command} action={state.action} level={3} />
        </div>
      ) : (
        <>
          <ChartBoundary name={title}>{children}</ChartBoundary>
          {data && data.rows.length > 0 ? <SeriesTable caption={title} data={data} /> : null}
        </>
      )}
    </section>
  );
}
