import "server-only";

/** Remembers the newest `most` results of a look-up whose answer never changes for its key; a failed one is asked again. */
export function kept<T>(most: number): (key: string, make: () => Promise<T>) => Promise<T> {
  const entries = new Map<string, Promise<T>>();
  return (key, make) => {
    const known = entries.get(key);
    entries.delete(key);
    const entry = known ?? make();
    entries.set(key, entry);
    if (!known) entry.catch(() => entries.delete(key));
    const oldest = entries.size > most ? entries.keys().next().value : undefined;
    if (oldest !== undefined) entries.delete(oldest);
    return entry;
  };
}
