/** How many whole months lie between the month of `last` and the first month in which its moved copy is still ahead of `now`. */
export function monthsUntilAhead(lastMs: number, nowMs: number): number {
  const last = new Date(lastMs);
  const now = new Date(nowMs);
  let months = (now.getUTCFullYear() - last.getUTCFullYear()) * 12 + now.getUTCMonth() - last.getUTCMonth() - 1;
  while (shiftMonths(lastMs, months) <= nowMs) months++;
  return months;
}

/** The same day and time, some months later; a day that the month lacks becomes its last, so that a month keeps all its rows. */
export function shiftMonths(ms: number, months: number): number {
  const from = new Date(ms);
  const lastDay = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0)).getUTCDate();
  const midnight = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, Math.min(from.getUTCDate(), lastDay));
  return midnight + (ms % 86_400_000);
}
