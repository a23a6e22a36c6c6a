import { type WindowPoint, windowName } from "#lib/client/window-points";
import type { ModelRow } from "#lib/domain/models/model-row";

type Worst = NonNullable<ModelRow["worst"]>;

/** The main figure of a model as a chart: from its first value on, and nothing observed behind the window that decides. */
export function summaryPoints(row: Pick<ModelRow, "window" | "timeZone" | "verdict">, worst: Worst): WindowPoint[] {
  const frame = { size: row.window, timeZone: row.timeZone };
  const first = worst.series.findIndex(({ value }) => value !== null);
  return worst.series.slice(Math.max(0, first)).map(({ start, value }, at, series) => {
    const open = worst.start !== null && start > worst.start;
    return {
      start,
      end: series[at + 1]?.start ?? start,
      label: windowName(start, frame),
      value: open ? null : value,
      rows: 0,
      labelled: 0,
      status: open ? "pending" : value === null ? "no_data" : statusOf(value, worst, row.verdict),
    };
  });
}

function statusOf(value: number, { limit, side }: Worst, verdict: ModelRow["verdict"]): WindowPoint["status"] {
  const out = limit !== null && (side === "above" ? value > limit : value < limit);
  return out ? (verdict === "warning" ? "warning" : "critical") : "ok";
}
