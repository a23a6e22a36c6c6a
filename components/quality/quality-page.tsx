import { AnalysisPanel } from "#components/analysis/analysis-panel";
import { NoPredictions } from "#components/analysis/next-step";
import { MultiLineChart } from "#components/charts/multi-line-chart";
import { Pagination } from "#components/ui/pagination";
import { SectionHead } from "#components/ui/section-head";
import { count, percent } from "#lib/client/format";
import { stepOf, type WindowFrame, windowName, windowNames, windowWhen } from "#lib/client/window-points";
import type { QualityAnswer } from "#lib/domain/analysis/answers/quality";
import { type PageQuery, pageAddress } from "#lib/domain/models/page-query";
import { QualityTable } from "./quality-table.tsx";
import { faultNames, faults, largestShares, overTimeSummary, type QualityWindow, qualityHeadline, worstFirst } from "./quality-words.ts";

type Props = {
  slug: string;
  query: PageQuery;
  frame: WindowFrame;
  answer: QualityAnswer;
  selected: QualityWindow | null;
  mayWrite: boolean;
  timeZone: string;
};

const PAGE_ROWS = 50;

/** Whether the data are what they should be: broken expectations first, then what stands out, column by column. */
export function QualityPage({ slug, query, frame, answer, selected, mayWrite, timeZone }: Props) {
  if (selected === null || selected.predictions === 0) return <NoPredictions slug={slug} mayWrite={mayWrite} />;
  const headline = qualityHeadline(selected, windowWhen(selected.start, frame));
  const features = worstFirst(selected.features);
  const pages = Math.max(1, Math.ceil(features.length / PAGE_ROWS));
  const page = Math.min(pages, Math.max(1, Number.parseInt(query.page ?? "1", 10) || 1));
  const rows = features.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS);
  const to = (at: number) => pageAddress(`/models/${slug}/quality`, query, { page: String(at) });
  const lines = faultNames.flatMap((fault) => {
    const values = largestShares(answer.windows, fault);
    return values.every((value) => value === null) ? [] : [{ key: fault, label: faults[fault].label, values }];
  });
  return (
    <div className="grid gap-10">
      <section className="grid gap-3">
        <SectionHead title={headline.title} sentence={headline.sentence} />
        <QualityTable slug={slug} query={query} answer={answer} rows={rows} selected={selected.start} />
        {pages > 1 ? (
          <Pagination
            label="columns"
            summary={`${count((page - 1) * PAGE_ROWS + 1)}–${count((page - 1) * PAGE_ROWS + rows.length)} of ${count(features.length)}`}
            previousHref={page > 1 ? to(page - 1) : null}
            nextHref={page < pages ? to(page + 1) : null}
          />
        ) : null}
      </section>
      <AnalysisPanel
        title="Faults over time"
        summary={overTimeSummary(answer.windows, selected)}
        answer={answer}
        asked={{
          title: "Faults over time",
          sentence: "For each fault the column that has most of it.",
          items: faultNames.map((fault) => ({ name: faults[fault].label, value: faults[fault].sentence })),
        }}
        timeZone={timeZone}
        table={{
          columns: ["Window", ...lines.map(({ label }) => label)],
          rows: answer.windows.map(({ start }, at) => [windowName(start, frame), ...lines.map(({ values }) => percent(values[at], 1))]),
        }}
      >
        <MultiLineChart
          selected={selected.start}
          selectParam="at"
          chart={{
            name: "Faults",
            windows: windowNames(answer.windows, frame),
            lines,
            format: "percent",
            step: stepOf(frame.size),
            timeZone: frame.timeZone,
            bounds: { low: 0, high: 1 },
          }}
        />
      </AnalysisPanel>
    </div>
  );
}
