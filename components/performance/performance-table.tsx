import clsx from "clsx";
import { ScrollRegion } from "#components/ui/scroll-region";
import { VerdictMark } from "#components/ui/verdict-mark";
import { count, percent, range } from "#lib/client/format";
import { writeValue } from "#lib/client/value-format";
import { type WindowFrame, windowName } from "#lib/client/window-points";
import type { PerformanceAnswer } from "#lib/domain/analysis/answers/performance";
import { performanceFacts } from "#lib/domain/metrics/performance-catalogue";
import type { Task } from "#lib/domain/models/model";
import { reasonWords } from "#lib/domain/models/reason-words";
import { metricFormat, windowVerdict } from "./metric-series.ts";

type Props = { answer: PerformanceAnswer; task: Task; frame: WindowFrame; selected: string | null };

const MOST_ROWS = 60;

/** Every metric of every window, the newest first; what is outside its limits stands out. */
export function PerformanceTable({ answer, task, frame, selected }: Props) {
  const facts = performanceFacts(task);
  const rows = answer.windows.toReversed().slice(0, MOST_ROWS);
  return (
    <>
      <ScrollRegion label="Metrics by window" className="max-h-[560px]">
        <table className="w-full">
          <caption className="sr-only">Metrics by window, the newest first</caption>
          <thead className="text-small text-ink-faint">
            <tr>
              <th scope="col" className="sticky top-0 left-0 z-20 bg-surface pr-4 pb-2 text-left font-normal">
                Window
              </th>
              <th scope="col" className="sticky top-0 z-10 bg-surface pr-4 pb-2 text-left font-normal">
                Verdict
              </th>
              {["Rows", "Labelled", ...facts.map(([, { label }]) => label)].map((label) => (
                <th key={label} scope="col" className="sticky top-0 z-10 bg-surface pr-4 pb-2 text-right font-normal whitespace-nowrap">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((window) => (
              <tr key={window.start} className={clsx("border-t border-line", window.start === selected && "bg-accent-soft")}>
                <th
                  scope="row"
                  className={clsx(
                    "sticky left-0 py-2 pr-4 text-left font-medium whitespace-nowrap",
                    window.start === selected ? "bg-accent-soft" : "bg-surface",
                  )}
                >
                  {windowName(window.start, frame)}
                </th>
                <td className="py-2 pr-4">
                  <VerdictMark kind={window.status} />
                </td>
                <td className="num py-2 pr-4 text-right">{count(window.predictions)}</td>
                <td className="num py-2 pr-4 text-right">{percent(window.coverage)}</td>
                {facts.map(([metric]) => {
                  const found = window.metrics[metric];
                  const verdict = windowVerdict(window, metric);
                  const title =
                    found?.value == null
                      ? reasonWords(found?.reason)
                      : found.low === null || found.high === null
                        ? undefined
                        : `95 % interval ${range(found.low, found.high)}`;
                  return (
                    <td
                      key={metric}
                      title={title}
                      className={clsx(
                        "num py-2 pr-4 text-right",
                        verdict === "critical" && "font-medium text-critical",
                        verdict === "warning" && "font-medium text-warning",
                      )}
                    >
                      {writeValue(found?.value ?? null, metricFormat(metric))}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {answer.windows.length > MOST_ROWS ? (
        <p className="mt-2 text-small text-ink-faint">
          The newest {MOST_ROWS} of {count(answer.windows.length)} windows; choose a shorter range or a longer window for the others.
        </p>
      ) : null}
    </>
  );
}
