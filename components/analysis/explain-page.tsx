import { TimeSeriesChart } from "#components/charts/time-series-chart";
import { EmptyState } from "#components/ui/empty-state";
import { count, metric } from "#lib/client/format";
import { stepOf, type WindowFrame, windowInSentence, windowName, windowPoints, windowWhen } from "#lib/client/window-points";
import type { ExplainabilityAnswer } from "#lib/domain/analysis/answers/explainability";
import { columnName } from "#lib/domain/models/model-words";
import { type PageQuery, tabAddress } from "#lib/domain/models/page-query";
import { AnalysisPanel } from "./analysis-panel.tsx";
import { type ExplainWindow, explainHeadline, movedPlaces, ORDER_LIMIT } from "./explain-words.ts";
import { ImportanceBars } from "./importance-bars.tsx";
import { NoPredictions } from "./next-step.tsx";

type Props = {
  slug: string;
  query: PageQuery;
  frame: WindowFrame;
  answer: ExplainabilityAnswer;
  selected: ExplainWindow | null;
  mayWrite: boolean;
  timeZone: string;
};

/** What the decisions rest on, and whether that is still what it was in the reference. */
export function ExplainPage({ slug, query, frame, answer, selected, mayWrite, timeZone }: Props) {
  if (selected === null || answer.windows.every(({ predictions }) => predictions === 0))
    return <NoPredictions slug={slug} mayWrite={mayWrite} />;
  if (answer.windows.every(({ features }) => features.every(({ meanAbsoluteAttribution }) => meanAbsoluteAttribution === null)))
    return (
      <EmptyState
        title="No attributions yet"
        sentence="Send with each prediction how much every feature moved it, such as its SHAP values. Their mean size says what decisions rest on."
        command={`{"id":"a1","timestamp":"…","score":0.91,"attributions":{"income":0.21,"age":-0.04}}`}
      />
    );
  const headline = explainHeadline(selected, windowWhen(selected.start, frame));
  const series = {
    name: "NDCG",
    points: windowPoints(
      answer.windows,
      frame,
      ({ ndcg }) => ({ value: ndcg }),
      ({ status, ndcg, predictions }) =>
        predictions === 0
          ? "no_data"
          : ndcg !== null && ndcg < ORDER_LIMIT && status !== "not_enough_data"
            ? "warning"
            : status === "warning"
              ? "ok"
              : status,
    ),
    step: stepOf(frame.size),
    timeZone: frame.timeZone,
    bounds: { low: 0, high: 1 },
    limits: [{ value: ORDER_LIMIT, kind: "warning" as const, bound: "lower" as const, label: "limit" }],
  };
  return (
    <div className="grid gap-10">
      <AnalysisPanel
        title={headline.title}
        summary={headline.sentence}
        answer={answer}
        asked={{
          title: `Importance, ${windowName(selected.start, frame)}`,
          sentence: "Mean size of the attributions of each feature over the rows that carry one, whichever way they point.",
        }}
        timeZone={timeZone}
        table={{
          columns: ["Feature", "Mean attribution", "Rank", "In the reference", "Rank then", "Moved", "Rows"],
          rows: selected.features.map((feature) => [
            columnName(feature.feature),
            metric(feature.meanAbsoluteAttribution),
            count(feature.rank),
            metric(feature.referenceMeanAbsoluteAttribution),
            count(feature.referenceRank),
            movedPlaces(feature),
            count(feature.rows),
          ]),
        }}
      >
        <ImportanceBars
          features={selected.features}
          when={windowInSentence(selected.start, frame)}
          hrefOf={(feature) => tabAddress(`/models/${slug}/features/${encodeURIComponent(feature)}`, { ...query, at: selected.start })}
        />
      </AnalysisPanel>
      <AnalysisPanel
        title="How well the order was kept"
        summary="NDCG of the features' order against their importance in the reference: 1 is the same order."
        answer={answer}
        series={series}
        timeZone={timeZone}
      >
        <TimeSeriesChart series={series} selected={selected.start} selectParam="at" />
      </AnalysisPanel>
    </div>
  );
}
