import type { WindowStatus } from "#lib/domain/analysis/answers/common";

type Window = { end: number; status: WindowStatus };

/**
 * The newest window (of windows in the order of time) that can be judged: it is over and does not wait for labels. Silence since then counts
 * only as far as labels cannot still explain it: a window without rows after one that waits says nothing yet. undefined = none.
 */
export function newestSettled<W extends Window>(windows: readonly W[], now: number): W | undefined {
  const over = windows.filter(({ end }) => end <= now);
  const waiting = over.findIndex(({ status }) => status === "pending");
  const quiet = waiting === -1 ? over.length - 1 : waiting - 1;
  const judged = over.findLastIndex(({ status }) => status !== "pending" && status !== "no_data");
  return over[Math.max(quiet, judged)];
}
