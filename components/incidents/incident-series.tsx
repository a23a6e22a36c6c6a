import { ChartPanel } from "#components/charts/chart-panel";
import { TimeSeriesChart } from "#components/charts/time-series-chart";
import { TextLink } from "#components/ui/text-link";
import type { EvidenceSeries } from "#lib/domain/incidents/incident-evidence";

/** The series that fired, with its limit and the stretch in which it fired. */
export function IncidentSeries({ series, summary, href }: { series: EvidenceSeries; summary: string; href: string | null }) {
  return (
    <ChartPanel
      title={series.name}
      summary={summary}
      series={series}
      action={
        href ? (
          <TextLink plain href={href}>
            Open model health
          </TextLink>
        ) : null
      }
    >
      <TimeSeriesChart series={series} small />
    </ChartPanel>
  );
}
