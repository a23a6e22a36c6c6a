/** When the minimum is reached at the pace so far, ISO; null when nothing comes or it is over a year away. */
export function whenEnough({
  labelled,
  needed,
  since,
  now,
}: {
  labelled: number;
  needed: number;
  since: string;
  now: string;
}): string | null {
  const [start, at] = [Date.parse(since), Date.parse(now)];
  if (labelled <= 0 || labelled >= needed || at <= start) return null;
  const reached = start + ((at - start) * needed) / labelled;
  return reached - at > 365 * 86_400_000 ? null : new Date(reached).toISOString();
}
