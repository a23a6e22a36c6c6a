import type { Aggregate } from "#lib/domain/kpis/kinds/pushed";
import type { KpiWindow } from "#lib/domain/kpis/kpi";
import type { KpiQuery } from "#lib/domain/kpis/registry";
import { metricRegistry } from "#lib/domain/metrics/registry";
import { columnName, segmentWords, windowWords } from "#lib/domain/models/model-words";

const aggregated: Record<Aggregate, string> = {
  mean: "Several values in one window are averaged",
  last: "Of several values in one window the last one counts",
  sum: "Several values in one window are added up",
  min: "Of several values in one window the smallest counts",
  max: "Of several values in one window the largest counts",
};

export const kpiWindowWords: Record<KpiWindow, string> = { "1m": "minute", ...windowWords };

const metricLabel = (metric: string) => metricRegistry.find(({ name }) => name === metric)?.label ?? metric;

/** Where the values of a KPI come from, in one sentence or two. `modelName` is the name of the model in the query. */
export function sourceSentence(query: KpiQuery, window: KpiWindow, modelName: string | null): string {
  switch (query.kind) {
    case "model": {
      const about = [
        query.feature ? `of ${columnName(query.feature)}` : "",
        query.attribute ? `between groups of ${query.attribute}` : "",
        query.version ? `of version ${query.version}` : "",
        query.segment ? `where ${segmentWords(query.segment).name} is ${segmentWords(query.segment).value}` : "",
      ].filter(Boolean);
      const every = query.window ?? window;
      return `${[metricLabel(query.metric), ...about].join(" ")}, worked out from the predictions of ${modelName ?? query.model} for every ${kpiWindowWords[every]}. A value appears when its window is over and its labels have come.`;
    }
    case "pushed":
      return `Values are sent by a script or entered by a person. ${aggregated[query.aggregate]}; a value counts as current for one ${kpiWindowWords[window]}.`;
    case "formula":
      return `Worked out from other KPIs: ${query.expression}. Where one of them has no value, this one has none either.`;
  }
}
