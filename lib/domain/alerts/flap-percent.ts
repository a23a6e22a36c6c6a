const STATES = 21;
const OLDEST = 0.75;
const NEWEST = 1.25;

/**
 * How much a series flaps, 0 to 100: the changes among its last 21 states, newer ones weighing more,
 * as in Nagios (base/flapping.c). With fewer states only the changes that were seen count.
 */
export function flapPercent(firing: readonly boolean[]): number {
  const last = firing.slice(-STATES);
  const changes = STATES - 1;
  const weights = last.map((state, i) => {
    if (i === 0 || state === last[i - 1]) return 0;
    const place = changes - last.length + i;
    return OLDEST + ((NEWEST - OLDEST) * place) / (changes - 1);
  });
  const percent = (100 * weights.reduce((sum, weight) => sum + weight, 0)) / changes;
  return Math.round(percent * 1000) / 1000;
}
