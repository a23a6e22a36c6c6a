import type { Command, CommandIo } from "../command.ts";
import { adultEvent } from "../demo/adult.ts";
import { bike } from "../demo/bike.ts";
import { california } from "../demo/california.ts";
import type { DemoEvent } from "../demo/demo-set.ts";
import { mulberry32 } from "../demo/mulberry32.ts";
import { readDemoCsv } from "../demo/read-csv.ts";
import { send } from "../demo/send.ts";

const everyMs = 2_000;
const perTick = 4;
const labelAfterMs = 60_000;
const day = 86_400_000;

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      done();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener("abort", end, { once: true });
    if (signal.aborted) end();
  });

/** What the data sets tell has happened since `since`: sending a row twice changes nothing, so the last two days are safe to repeat. */
async function catchUp(io: CommandIo, since: number, now: number): Promise<void> {
  for (const set of [california(now), bike(now)]) {
    await send(io.caller(), set.model.slug, "predictions", set.events(since, now));
    await send(io.caller(), set.model.slug, "labels", set.labels(since, now));
  }
}

/** A small model service that keeps answering, so that the pages move; its labels follow a minute later. */
export const demoLive: Command = {
  name: "demo live",
  usage: "demo live",
  summary: "Keeps sending predictions as a simulated model service does, until it is stopped.",
  options: {},
  run: async ({ io }) => {
    const rows = readDemoCsv("adult_with_rerun_decision_tree_predictions.csv.gz");
    const start = io.caller().now.getTime();
    const random = mulberry32(start);
    let sent = 0;
    let caughtUp = start - 2 * day;
    let waiting: { at: number; id: string; label: number | string; timestamp: string }[] = [];
    while (!io.signal.aborted) {
      const now = io.caller().now.getTime();
      if (sent === 0 || now - caughtUp > 60_000) {
        await catchUp(io, sent === 0 ? caughtUp : caughtUp - 3_600_000, now);
        caughtUp = now;
      }
      const events: DemoEvent[] = [];
      for (let count = 0; count < perTick; count++) {
        const row = rows[Math.floor(random() * rows.length)];
        if (!row) continue;
        const { label, ...event } = adultEvent(row, `live-${start}-${sent++}`, now - Math.floor(random() * everyMs), random);
        events.push(event);
        waiting.push({ at: now + labelAfterMs, id: event.id, label, timestamp: event.timestamp });
      }
      await send(io.caller(), "adult-income", "predictions", events);
      const due = waiting.filter(({ at }) => at <= now);
      waiting = waiting.filter(({ at }) => at > now);
      await send(
        io.caller(),
        "adult-income",
        "labels",
        due.map(({ at: _at, ...label }) => label),
      );
      await pause(everyMs, io.signal);
    }
    return { sent };
  },
};
