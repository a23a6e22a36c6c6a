import { ArrowLeft } from "lucide-react";
import { AnalysisPanel } from "#components/analysis/analysis-panel";
import { NoPredictions, NoReference } from "#components/analysis/next-step";
import { CategoryBars } from "#components/charts/category-bars";
import { DistributionChart } from "#components/charts/distribution-chart";
import { TimeSeriesChart } from "#components/charts/time-series-chart";
import { SectionHead } from "#components/ui/section-head";
import { TextLink } from "#components/ui/text-link";
import { VerdictMark } from "#components/ui/verdict-mark";
import { count, percent } from "#lib/client/format";
import { writeValue } from "#lib/client/value-format";
import { type WindowFrame, windowInSentence, windowName, windowWhen } from "#lib/client/window-points";
import type { DistributionAnswer, DriftAnswer } from "#lib/domain/analysis/answers/drift";
import type { QualityAnswer } from "#lib/domain/analysis/answers/quality";
import { columnName } from "#lib/domain/models/model-words";
import { type PageQuery, tabAddress } from "#lib/domain/models/page-query";
import { featureSummary, historySummary } from "./drift-words.ts";
import { equalBins } from "./equal-bins.ts";
import { FeatureDistances } from "./feature-distances.tsx";
import { FeatureFacts } from "./feature-facts.tsx";
import { type FeatureMeasure, featureSeries, measuresOf, psiMeasure } from "./feature-series.ts";

type Props = {
  slug: string;
  query: PageQuery;
  feature: string;
  frame: WindowFrame;
  drift: DriftAnswer;
  quality: QualityAnswer;
  distribution: DistributionAnswer | null;
  selected: string | null;
  mayWrite: boolean;
  timeZone: string;
};

const MOST_CATEGORIES = 25;

/** One column: how it is distributed now against the reference, how it came to this, and its figures. */
export function FeaturePage(props: Props) {
  const { slug, query, feature, frame, drift, quality, distribution, selected, mayWrite, timeZone } = props;
  const name = columnName(feature);
  if (distribution === null || selected === null || drift.windows.every(({ predictions }) => predictions === 0))
    return <NoPredictions slug={slug} mayWrite={mayWrite} />;
  const when = windowWhen(selected, frame);
  const current = quality.windows.find(({ start }) => start === selected)?.features[0] ?? null;
  const series = (measure: FeatureMeasure, volume: boolean) => featureSeries(drift, feature, measure, frame, volume);
  const psiSeries = series(psiMeasure, true);
  const summaryOf = (of: ReturnType<typeof series>) =>
    historySummary(of.points, selected, frame, (value) => writeValue(value, of.format), of.reference?.mean ?? null);
  return (
    <div className="grid gap-10">
      <div className="grid gap-1">
        <TextLink plain href={tabAddress(`/models/${slug}/drift`, query)} className="inline-flex w-fit items-center gap-1.5">
          <ArrowLeft aria-hidden="true" strokeWidth={1.75} className="size-4" />
          All columns
        </TextLink>
        <SectionHead
          title={
            <span className="flex flex-wrap items-baseline gap-x-3">
              {name}
              <VerdictMark
                kind={distribution.drift.psi === null ? "no_data" : distribution.drift.drifted ? "critical" : "ok"}
                word={distribution.drift.psi === null ? "Not judged" : distribution.drift.drifted ? "Drifted" : "Not drifted"}
                className="text-body"
              />
            </span>
          }
          sentence={featureSummary(distribution.drift, when)}
        />
        {current && current.broken.length > 0 ? (
          <ul className="mt-2 grid gap-1 text-critical">
            {current.broken.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        ) : null}
      </div>
      {drift.reference === null ? <NoReference slug={slug} mayWrite={mayWrite} /> : null}
      <div className="grid gap-x-16 gap-y-10 xl:grid-cols-[minmax(0,1fr)_360px]">
        <Distribution answer={distribution} name={name} when={when} named={windowInSentence(selected, frame)} timeZone={timeZone} />
        <div className="grid content-start gap-8">
          <section className="grid gap-3">
            <SectionHead title="In figures" level={3} />
            <FeatureFacts distribution={distribution} quality={current} when={windowName(selected, frame)} />
          </section>
          <section className="grid gap-3">
            <SectionHead title="Distances from the reference" level={3} />
            <FeatureDistances feature={distribution.drift} />
          </section>
        </div>
      </div>
      <AnalysisPanel
        title={`${psiMeasure.label} of ${name}`}
        summary={summaryOf(psiSeries)}
        asked={{
          title: psiMeasure.label,
          sentence: "How far the distribution lies from the reference's: 0 is the same, from 0.2 on it counts as drift.",
        }}
        answer={drift}
        series={psiSeries}
        timeZone={timeZone}
      >
        <TimeSeriesChart series={psiSeries} selected={selected} selectParam="at" />
      </AnalysisPanel>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
        {measuresOf(distribution.type).map((measure) => {
          const of = series(measure, false);
          return (
            <AnalysisPanel
              key={measure.key}
              title={measure.label}
              summary={summaryOf(of)}
              answer={drift}
              series={of}
              timeZone={timeZone}
              level={3}
            >
              <TimeSeriesChart series={of} selected={selected} selectParam="at" small />
            </AnalysisPanel>
          );
        })}
      </div>
    </div>
  );
}

type DistributionProps = { answer: DistributionAnswer; name: string; when: string; named: string; timeZone: string };

function Distribution({ answer, name, when, named, timeZone }: DistributionProps) {
  const numeric = answer.type === "numeric";
  const byChange = answer.bins.toSorted((a, b) => change(b) - change(a));
  const summary = numeric
    ? "Shares of rows by value, from the 1st to the 99th percentile."
    : `Shares of rows by category, the largest change first${byChange.length > MOST_CATEGORIES ? `; ${MOST_CATEGORIES} of ${count(byChange.length)}` : ""}.`;
  return (
    <AnalysisPanel
      title={`Distribution ${when}`}
      summary={summary}
      answer={answer}
      asked={{ title: `${name}, ${named}`, items: [{ name: "Rows", value: count(answer.rows) }] }}
      timeZone={timeZone}
      state={
        answer.bins.length === 0
          ? { kind: "empty", title: "No bins", sentence: "The reference has no value of this column, so there are no bins to count in." }
          : { kind: "ready" }
      }
      table={{
        columns: ["Bin", "Reference rows", "Reference share", "Rows", "Share"],
        rows: answer.bins.map((bin) => [
          bin.label,
          count(bin.referenceRows),
          percent(bin.referenceShare, 1),
          count(bin.currentRows),
          percent(bin.currentShare, 1),
        ]),
      }}
    >
      {numeric ? (
        <DistributionChart label={`${name}: reference and ${named}`} bins={equalBins(answer, 40)} currentName={named} />
      ) : (
        <div className="mt-3">
          <CategoryBars
            label={`${name}: reference and ${named}`}
            currentName={named}
            categories={byChange.slice(0, MOST_CATEGORIES).map((bin) => ({
              category: bin.label,
              reference: bin.referenceShare,
              current: bin.currentShare,
              isNew: bin.kind === "unseen",
            }))}
          />
        </div>
      )}
    </AnalysisPanel>
  );
}

const change = ({ referenceShare, currentShare }: DistributionAnswer["bins"][number]): number =>
  Math.abs((currentShare ?? 0) - (referenceShare ?? 0));
