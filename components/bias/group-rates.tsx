import { AnalysisPanel } from "#components/analysis/analysis-panel";
import { Dumbbell } from "#components/charts/dumbbell";
import { ControlLinkMenu } from "#components/ui/control-link-menu";
import { count, percent, range } from "#lib/client/format";
import { type BiasSeriesAnswer, type GroupRate, groupRates } from "#lib/domain/analysis/answers/bias";
import { rateName, rateSentences } from "#lib/domain/models/metric-words";
import { type PageQuery, pageAddress } from "#lib/domain/models/page-query";
import { type BiasWindow, ratesSummary } from "./bias-words.ts";

type Props = {
  answer: BiasSeriesAnswer;
  window: BiasWindow;
  rate: GroupRate;
  path: string;
  query: PageQuery;
  minimumRows: number;
  when: string;
  timeZone: string;
};

/** One rate of every group with its interval, the ring is the base group's. */
export function GroupRates({ answer, window, rate, path, query, minimumRows, when, timeZone }: Props) {
  const base = window.groups.find(({ group }) => group === window.baseGroup)?.[rate].value ?? null;
  const write = (value: number | null | undefined) => percent(value ?? null, 1);
  return (
    <AnalysisPanel
      title={`${rateName(rate)} by group`}
      summary={ratesSummary(window, rate)}
      answer={answer}
      asked={{ title: `${rateName(rate)} ${when}`, sentence: rateSentences[rate] ?? "" }}
      action={
        <ControlLinkMenu
          label="Rate"
          options={groupRates.map((name) => ({
            label: rateName(name),
            href: pageAddress(path, query, { metric: name }),
            current: name === rate,
          }))}
        />
      }
      timeZone={timeZone}
      table={{
        columns: ["Group", "Rows", "Labelled", ...groupRates.map(rateName)],
        rows: window.groups.map((group) => [
          group.group,
          count(group.predictions),
          count(group.labelled),
          ...groupRates.map((name) => {
            const { value, low, high } = group[name];
            return low === null || high === null ? write(value) : `${write(value)} (${range(low, high, write)})`;
          }),
        ]),
      }}
    >
      <div className="mt-3">
        <Dumbbell
          label={`${rateName(rate)} by group`}
          format="percent"
          bounds={{ low: 0, high: 1 }}
          rows={window.groups.map((group) => ({
            name: group.group,
            reference: base,
            current: group[rate].value,
            low: group[rate].low,
            high: group[rate].high,
            status: group.predictions < minimumRows ? "not_enough_data" : "ok",
            note: `${count(group.predictions)} rows`,
          }))}
        />
      </div>
    </AnalysisPanel>
  );
}
