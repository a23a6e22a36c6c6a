/** Adds to a sparse count. A count that comes back to zero is forgotten, so that subtracting leaves what a re-count would find. */
export function bump<Key>(counts: Map<Key, number>, key: Key, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}
