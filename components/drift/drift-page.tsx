import { AnalysisPanel } from "#components/analysis/analysis-panel";
import { NoPredictions, NoReference } from "#components/analysis/next-step";
import { TimeSeriesChart } from "#components/charts/time-series-chart";
import { ControlLinkMenu } from "#components/ui/control-link-menu";
import { Pagination } from "#components/ui/pagination";
import { count, percent } from "#lib/client/format";
import { type WindowFrame, windowName } from "#lib/client/window-points";
import type { DriftAnswer } from "#lib/domain/analysis/answers/drift";
import type { ModelMarks } from "#lib/domain/models/model-marks";
import { type PageQuery, pageAddress } from "#lib/domain/models/page-query";
import { driftOrders, inOrder, orderOf, pageOf } from "./drift-order.ts";
import { DriftPanel } from "./drift-panel.tsx";
import { DriftTable } from "./drift-table.tsx";
import { type DriftWindow, shareSummary } from "./drift-words.ts";
import { shareSeries } from "./share-series.ts";

type Props = {
  slug: string;
  query: PageQuery;
  frame: WindowFrame;
  drift: DriftAnswer;
  selected: DriftWindow | null;
  marks: ModelMarks;
  mayWrite: boolean;
  timeZone: string;
};

/** How much of the data moved away from the reference, when, and which columns. */
export function DriftPage({ slug, query, frame, drift, selected, marks, mayWrite, timeZone }: Props) {
  if (drift.reference === null) return <NoReference slug={slug} mayWrite={mayWrite} />;
  if (drift.windows.every(({ predictions }) => predictions === 0)) return <NoPredictions slug={slug} mayWrite={mayWrite} />;
  const path = `/models/${slug}/drift`;
  const order = orderOf(query.sort);
  const page = pageOf(inOrder(selected?.features ?? [], order), query.page);
  const series = shareSeries(drift, frame, marks);
  return (
    <div className="grid gap-10">
      <AnalysisPanel
        title="Share of columns that drifted"
        summary={shareSummary(drift.windows, selected, frame)}
        answer={drift}
        asked={{
          title: selected ? `Drifted columns, ${windowName(selected.start, frame)}` : "Drifted columns",
          sentence: "Columns whose PSI reaches its limit, of all that can be judged; score and prediction count as columns.",
          items: selected
            ? [
                {
                  name: "Value",
                  value: `${count(selected.driftedCount)} of ${count(selected.judgedCount)}, ${percent(selected.driftedShare)}`,
                },
              ]
            : [],
        }}
        series={series}
        timeZone={timeZone}
      >
        <TimeSeriesChart series={series} selected={selected?.start ?? null} selectParam="at" />
      </AnalysisPanel>
      <DriftPanel
        drift={drift}
        window={selected}
        frame={frame}
        timeZone={timeZone}
        action={
          <ControlLinkMenu
            label="Ranked by"
            options={Object.entries(driftOrders).map(([name, label]) => ({
              label,
              href: pageAddress(path, query, { sort: name === "psi" ? null : name }),
              current: name === order,
            }))}
          />
        }
      >
        {selected ? (
          <div className="mt-3">
            <DriftTable slug={slug} query={query} frame={frame} drift={drift} page={page} selected={selected.start} />
            {page.previous || page.next ? (
              <Pagination
                label="columns"
                summary={`${count(page.first)}–${count(page.first + page.rows.length - 1)} of ${count(page.total)}`}
                previousHref={page.previous ? pageAddress(path, query, { page: page.previous }) : null}
                nextHref={page.next ? pageAddress(path, query, { page: page.next }) : null}
              />
            ) : null}
          </div>
        ) : null}
      </DriftPanel>
    </div>
  );
}
