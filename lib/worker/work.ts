import { systemCaller } from "#lib/server/context";
import { countPending } from "#lib/server/counting/count-pending";
import { listenForBatches } from "#lib/server/counting/listen-for-batches";
import { wakeSnoozed } from "#lib/server/incidents/wake";
import { evaluateDueRules } from "#lib/server/rules/evaluate";
import { beat } from "#lib/server/service/beat";
import { retain } from "#lib/server/service/retain";

type Work = { id: string; signal: AbortSignal; now: () => Date; onError: (task: string, error: unknown) => void };

type Task = { name: string; everyMs: number; run: (now: Date) => Promise<unknown> };

/** Runs a task again and again, `everyMs` after it ended, until the signal. A failure is told and the task goes on. */
async function repeat(
  { name, everyMs, run }: Task,
  { signal, now, onError }: Work,
  woken?: (wait: number) => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await run(now());
    } catch (error) {
      if (!signal.aborted) onError(name, error);
    }
    await (woken ?? ((wait: number) => pause(wait, signal)))(everyMs);
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(end, ms);
    function end() {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      done();
    }
    signal.addEventListener("abort", end, { once: true });
    if (signal.aborted) end();
  });

/** All that happens without anybody asking: counting, rules, snoozes, retention, a sign of life. */
export async function work(options: Work): Promise<void> {
  const { id, signal, now, onError } = options;
  const startedAt = now();
  const batches = await listenForBatches(signal).catch((error: unknown) => {
    onError("listening", error);
    return null;
  });
  const tasks: Task[] = [
    {
      name: "rules",
      everyMs: 1_000,
      run: (at) => evaluateDueRules(systemCaller(at), { atMost: 50, onError: (error) => onError("a rule", error) }),
    },
    { name: "snoozes", everyMs: 10_000, run: (at) => wakeSnoozed(systemCaller(at)) },
    { name: "sign of life", everyMs: 2_000, run: (at) => beat({ id, startedAt, now: at }) },
    { name: "retention", everyMs: 600_000, run: (at) => retain(systemCaller(at)) },
  ];
  await Promise.all([
    repeat({ name: "counting", everyMs: 1_000, run: (at) => countPending(systemCaller(at)) }, options, (wait) =>
      batches ? batches.next(wait) : pause(wait, signal),
    ),
    ...tasks.map((task) => repeat(task, options)),
  ]);
  await beat({ id, startedAt, now: null });
}
