import { DataTable } from "#components/ui/data-table";
import { writeValue } from "#lib/client/value-format";
import type { PerformanceAnswer } from "#lib/domain/analysis/answers/performance";
import { performanceFacts } from "#lib/domain/metrics/performance-catalogue";
import { metricSentence } from "#lib/domain/models/metric-words";
import type { Task } from "#lib/domain/models/model";
import { reasonWords } from "#lib/domain/models/reason-words";
import { metricFormat } from "./metric-series.ts";

const better = { higher: "higher is better", lower: "lower is better", "two-sided": "neither way is better" } as const;

/** Where each limit comes from: without one nothing can be outside. */
export function LimitsTable({ answer, task }: { answer: PerformanceAnswer; task: Task }) {
  return (
    <DataTable
      caption="Limits and their method"
      rows={performanceFacts(task)}
      rowKey={([metric]) => metric}
      columns={[
        {
          key: "metric",
          header: "Metric",
          bare: true,
          cell: ([metric, { label, direction }]) => (
            <span>
              <span className="block font-medium">{label}</span>
              <span className="block max-w-[60ch] text-small text-ink-muted">
                {metricSentence(metric)} {capital(better[direction])}.
              </span>
            </span>
          ),
        },
        { key: "lower", header: "Lower limit", align: "right", width: 110, cell: ([metric]) => write(answer, metric, "lower") },
        { key: "upper", header: "Upper limit", align: "right", width: 110, cell: ([metric]) => write(answer, metric, "upper") },
        {
          key: "method",
          header: "Method",
          from: "lg",
          cell: ([metric]) => {
            const limits = answer.thresholds[metric];
            if (!limits) return <span className="text-ink-faint">no reference</span>;
            return limits.reason ? `none: ${reasonWords(limits.reason)}` : limits.method;
          },
        },
      ]}
    />
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const write = (answer: PerformanceAnswer, metric: string, end: "lower" | "upper"): string =>
  writeValue(answer.thresholds[metric]?.[end] ?? null, metricFormat(metric));
