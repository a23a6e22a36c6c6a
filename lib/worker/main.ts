import { closeDatabase } from "#lib/server/service/close-database";
import { work } from "./work.ts";

/** The second process: a clock that calls operations until it is told to stop or its parent is gone. */
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
process.once("disconnect", () => stop.abort());

await work({
  id: `worker-${process.pid}`,
  signal: stop.signal,
  now: () => new Date(),
  onError: (task, error) => console.error(`worker: ${task} failed:`, error),
});
await closeDatabase();
process.exit(0);
