type Evaluated = { value: number | null; state: string };

/** At most `atMost` of many evaluations: of each stretch the one that fires, else the one furthest from the stretch's mean. */
export function thinOut<E extends Evaluated>(evaluations: readonly E[], atMost: number): E[] {
  if (evaluations.length <= atMost) return [...evaluations];
  const size = evaluations.length / atMost;
  return Array.from({ length: atMost }, (_, at) => {
    const stretch = evaluations.slice(Math.floor(at * size), Math.max(Math.floor(at * size) + 1, Math.floor((at + 1) * size)));
    const known = stretch.filter(({ value }) => value !== null);
    const mean = known.reduce((sum, { value }) => sum + (value ?? 0), 0) / Math.max(1, known.length);
    const distance = ({ value, state }: E) =>
      (value === null ? -1 : Math.abs(value - mean)) + (state === "firing" ? Number.MAX_VALUE / 4 : 0);
    return stretch.reduce((best, one) => (distance(one) > distance(best) ? one : best));
  });
}
