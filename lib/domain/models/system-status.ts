/** How Modelwatch itself is doing, for those who run it. */
export type SystemStatus = {
  database: "ok" | "down";
  /** seconds since a worker's last sign, null when none ever gave one */
  lagSeconds: number | null;
  backlogRows: number;
  backlogBatches: number;
  recounts: number;
};

export type SystemLine = { name: string; kind: "ok" | "warning" | "critical"; text: string };

/** A worker gives a sign every few seconds; after this long it is taken to be gone. */
const WORKER_LATE_SECONDS = 60;
const BACKLOG_LARGE_ROWS = 1_000_000;

const counted = (value: number, one: string, many: string): string => `${value.toLocaleString("en-US")} ${value === 1 ? one : many}`;

/** One line per part, each with what it means. */
export function systemLines(status: SystemStatus): SystemLine[] {
  const { database, lagSeconds, backlogRows, backlogBatches, recounts } = status;
  const gone = lagSeconds === null || lagSeconds > WORKER_LATE_SECONDS;
  return [
    { name: "Database", kind: database === "ok" ? "ok" : "critical", text: database === "ok" ? "answers" : "does not answer" },
    {
      name: "Worker",
      kind: gone ? "critical" : "ok",
      text:
        lagSeconds === null
          ? "never seen: start it with npm start"
          : gone
            ? `last sign ${Math.round(lagSeconds / 60)} min ago: rules and counting stand still`
            : `last sign ${Math.max(0, Math.round(lagSeconds))} s ago`,
    },
    {
      name: "Counting",
      kind: backlogRows > BACKLOG_LARGE_ROWS ? "warning" : "ok",
      text:
        backlogBatches === 0
          ? "up to date"
          : `${counted(backlogRows, "row", "rows")} in ${counted(backlogBatches, "batch", "batches")} to count`,
    },
    ...(recounts > 0 ? [{ name: "Re-counting", kind: "ok" as const, text: counted(recounts, "range", "ranges") }] : []),
  ];
}
