import Link from "next/link";
import { TrendChart } from "#components/charts/trend-chart";
import { TextLink } from "#components/ui/text-link";
import { VerdictMark } from "#components/ui/verdict-mark";
import { axisStep, changeText, figureOf, kpiMark, plainSentence, statusAt, targetText, windowLabel } from "#lib/client/kpi-words";
import type { KpiSummary } from "#lib/domain/kpis/kpi-summary";

/** One target: what it is and how it stands in words, the figure, its trend. */
export function KpiRow({ kpi }: { kpi: KpiSummary }) {
  const mark = kpiMark(kpi);
  const { figure, unit } = figureOf(kpi.value, kpi.unit);
  const { lead, stand } = plainSentence(kpi);
  return (
    <section
      aria-label={kpi.name}
      className="print-row grid gap-x-10 gap-y-3 border-t border-line py-6 md:grid-cols-[minmax(0,1fr)_136px_264px] md:gap-x-6 xl:grid-cols-[minmax(0,1fr)_176px_minmax(0,460px)] xl:gap-x-10 print:grid-cols-[minmax(0,1fr)_128px_200px] print:gap-x-4 print:py-1.5"
    >
      <div className="min-w-0">
        {mark ? <VerdictMark kind={mark.kind} word={mark.word} /> : <span className="text-ink-faint">No target set</span>}
        {/* On paper, where a line is dear, the model stands beside the verdict. */}
        <span className="ml-2 hidden text-small text-ink-faint print:inline">{kpi.modelName ?? ""}</span>
        <h2 className="mt-1 text-heading font-semibold tracking-[-0.01em] print:mt-0">
          <Link href={`/kpis/${kpi.slug}`} className="hover:underline">
            {kpi.name}
          </Link>
        </h2>
        <p className="num mt-1 max-w-[48ch] text-prose text-ink-muted print:mt-0 print:text-small">
          {lead ? <span className="print:hidden">{lead} </span> : null}
          {stand}
        </p>
        <p className="mt-2 flex flex-wrap gap-x-3 text-small text-ink-faint print:hidden">
          {kpi.modelName ? <span>{kpi.modelName}</span> : null}
          {kpi.openIncident ? (
            <TextLink href={`/incidents/${kpi.openIncident.number}`}>Incident #{kpi.openIncident.number} is open</TextLink>
          ) : null}
        </p>
      </div>
      <div className="num">
        <div className="text-figure font-medium tracking-[-0.03em] max-xl:text-[32px] print:text-[22px] print:leading-6">
          {figure}
          {unit ? <span className="ml-1.5 text-prose font-normal tracking-normal text-ink-muted">{unit}</span> : null}
        </div>
        <div className="mt-2 text-ink-muted print:mt-0 print:text-small">{targetText(kpi) ?? "No target"}</div>
        <div className="text-ink-muted print:text-small">{changeText(kpi) ?? ""}</div>
      </div>
      <div className="min-w-0 print:[&_svg]:h-18 print:[&_svg]:w-full">
        {kpi.trend.some(([, value]) => value !== null) ? (
          <TrendChart
            label={`${kpi.sentence} ${trendWords(kpi)}`}
            points={kpi.trend.map(([start, value]) => ({ start, value, status: statusAt(value, kpi) }))}
            target={kpi.target}
            step={axisStep(kpi.window)}
            timeZone={kpi.timeZone}
          />
        ) : (
          <p className="text-ink-faint">No value in the last {kpi.trend.length} windows.</p>
        )}
      </div>
    </section>
  );
}

function trendWords(kpi: KpiSummary): string {
  const first = kpi.trend[0];
  const last = kpi.trend.at(-1);
  const range =
    first && last
      ? `Shown from ${windowLabel(kpi.window, first[0], kpi.timeZone)} to ${windowLabel(kpi.window, last[0], kpi.timeZone)}.`
      : "";
  return [range, targetText(kpi)].filter(Boolean).join(" ");
}
