import { ControlLinkMenu } from "#components/ui/control-link-menu";
import { performanceFacts } from "#lib/domain/metrics/performance-catalogue";
import type { Task } from "#lib/domain/models/model";
import { type PageQuery, pageAddress } from "#lib/domain/models/page-query";

type Props = { path: string; query: PageQuery; task: Task; metric: string };

/** Which metric a chart shows; the choice is in the address. */
export function MetricControl({ path, query, task, metric }: Props) {
  return (
    <ControlLinkMenu
      label="Metric"
      options={performanceFacts(task).map(([name, { label }]) => ({
        label,
        href: pageAddress(path, query, { metric: name }),
        current: name === metric,
      }))}
    />
  );
}
