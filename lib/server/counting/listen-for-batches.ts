import "server-only";
import { pool } from "#lib/db/pool";

export type BatchBell = {
  /** Resolves when a batch was committed since the last call, at the latest after `waitMs`. */
  next: (waitMs: number) => Promise<void>;
};

/** Listens on one connection, so that a batch is counted as soon as it is committed; polling remains as the net below. */
export async function listenForBatches(signal: AbortSignal): Promise<BatchBell> {
  const client = await pool().connect();
  let rung = false;
  let wake: (() => void) | null = null;
  const ring = () => {
    rung = true;
    wake?.();
  };
  client.on("notification", ring);
  // A lost connection leaves the polling; the next start listens again.
  client.on("error", () => {});
  await client.query("LISTEN modelwatch_batch");
  signal.addEventListener("abort", () => {
    ring();
    client.release(true);
  });
  return {
    next: (waitMs) =>
      new Promise((done) => {
        const end = () => {
          clearTimeout(timer);
          wake = null;
          rung = false;
          done();
        };
        const timer = setTimeout(end, waitMs);
        if (rung || signal.aborted) end();
        else wake = end;
      }),
  };
}
