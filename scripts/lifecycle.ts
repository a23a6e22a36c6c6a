import { AppError } from "#lib/domain/errors";

export type Lifecycle = {
  /** Done when the process is told to stop, or fails: last added, first done. */
  onStop: (step: () => Promise<void> | void) => void;
  /** Done instead of what is left of `onStop` when the process is told to stop a second time. */
  onKill: (step: () => void) => void;
  isStopping: () => boolean;
  /** Says why, stops everything and exits with 1. */
  fail: (error: unknown) => void;
};

/** Ctrl-C reaches a process both from the terminal and from its parent: that is one wish, not two. */
const oneWish = 1_000;

/** A failure that somebody foresaw is one line; anything else is a defect and shows its stack. */
export const said = (error: unknown): string => {
  if (error instanceof AppError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

/**
 * Runs a process that stays until it is told to stop: SIGINT, SIGTERM or SIGHUP end it in order with exit code 0, a
 * second one at once. It also stops when the process that launched it is gone.
 */
export function live(main: (life: Lifecycle) => Promise<void>): void {
  const stops: (() => Promise<void> | void)[] = [];
  const kills: (() => void)[] = [];
  let stoppingSince: number | null = null;
  const stop = async (code: number) => {
    stoppingSince = performance.now();
    let worst = code;
    for (const step of stops.reverse())
      try {
        await step();
      } catch (error) {
        console.error(said(error));
        worst = 1;
      }
    process.exit(worst);
  };
  const fail = (error: unknown) => {
    if (stoppingSince !== null) return;
    console.error(said(error));
    void stop(1);
  };
  const wish = () => {
    if (stoppingSince === null) {
      void stop(0);
    } else if (performance.now() - stoppingSince > oneWish) {
      for (const step of kills) step();
      process.exit(1);
    }
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, wish);
  process.on("disconnect", wish);
  const launcher = Number(process.env.MODELWATCH_LAUNCHER);
  delete process.env.MODELWATCH_LAUNCHER;
  if (launcher && launcher === process.ppid) setInterval(() => process.ppid !== launcher && stoppingSince === null && wish(), 500).unref();
  main({ onStop: (step) => stops.push(step), onKill: (step) => kills.push(step), isStopping: () => stoppingSince !== null, fail }).catch(
    fail,
  );
}
