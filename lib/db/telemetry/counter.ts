import "server-only";
import pg from "pg";
import type { Model } from "#lib/domain/models/model";
import { openRegistry, takeAdditions } from "#lib/domain/profile/known-values";
import type { ProfileSpec } from "#lib/domain/profile/profile";
import { windowEnd, windowStart } from "#lib/domain/time/window";
import { readTuples } from "../copy/copy-reader.ts";
import { applyLabelBatches, hasLabels, labelNewEvents } from "./apply-labels.ts";
import { readCarriedOver } from "./carry-over.ts";
import { copyOut, inTransaction, withConnection } from "./connection.ts";
import { eventColumns, eventFields, eventOf, type StoredEvent } from "./event-columns.ts";
import { type Horizons, readHorizons } from "./horizons.ts";
import { releaseModelLock, tryModelLock } from "./model-lock.ts";
import { finishChunk, isWithin, nextChunk, readRecounts, scheduleRecount, wholeHours } from "./recount.ts";
import { ensureSpec, readKnown, type SpecInForce, writeKnown } from "./specs.ts";
import { Tally } from "./tally.ts";
import { addToProfiles, replaceProfiles } from "./write-profiles.ts";

export type CountModel = Pick<Model, "number" | "task" | "decisionThreshold" | "positiveLabel" | "schema" | "timeZone">;
export type Counted = { batches: number; events: number; labels: number; recounted: number; more: boolean };

const mostEvents = 300_000;
const mostLabels = 200_000;
const fiveMinutes = 300_000;

type Batch = { id: string; kind: "events" | "labels"; rows: number; first_at: Date | null; last_at: Date | null };

const quote = (time: Date): string => `'${time.toISOString()}'::timestamptz`;
const after = (time: Date): Date => new Date(time.getTime() + 1);

/** Streams the stored events of a condition through `each`. Every value in the condition is a number or a time of ours. */
export async function eachEvent(client: pg.ClientBase, condition: string, each: (event: StoredEvent) => void): Promise<void> {
  await readTuples(
    copyOut(client, `COPY (SELECT ${eventColumns} FROM telemetry.event WHERE ${condition}) TO STDOUT (FORMAT binary)`),
    eventFields,
    (tuple) => each(eventOf(tuple)),
  );
}

/** How many windows of five minutes may be counted at once: rows far apart make a Profile each, and memory must not follow their number. */
const mostWindows = ({ columns }: ProfileSpec): number => Math.max(1_000, Math.min(20_000, Math.floor(400_000 / (columns.length + 1))));

/** Windows that a batch touches at most. */
const windowsOf = ({ rows, first_at, last_at }: Batch): number =>
  first_at && last_at ? Math.min(rows, Math.ceil((last_at.getTime() - first_at.getTime()) / fiveMinutes) + 1) : 0;

/** The oldest batches that fit into one transaction; at least one. */
function within(batches: readonly Batch[], most: { rows: number; windows: number }): Batch[] {
  let rows = 0;
  let windows = 0;
  const taken: Batch[] = [];
  for (const batch of batches) {
    rows += batch.rows;
    windows += windowsOf(batch);
    if (taken.length > 0 && (rows > most.rows || windows > most.windows)) break;
    taken.push(batch);
  }
  return taken;
}

/**
 * Counts what waits for one model, in one transaction, under the model's lock: event batches, then label batches, then a stretch
 * to re-count. What a batch or a stretch adds and the removal of its row are committed together, so a kill anywhere did nothing.
 * The snapshot is taken after the lock, so that rows and the batches that brought them are seen together. Null when another holds the lock.
 */
export async function countModel(model: CountModel, fault?: () => void): Promise<Counted | null> {
  return withConnection(async (client) => {
    if (!(await tryModelLock(client, model.number))) return null;
    try {
      for (let attempt = 1; ; attempt++)
        try {
          return await inTransaction(client, () => countOnce(client, model, fault), "REPEATABLE READ");
        } catch (error) {
          // An erasure took a row that this snapshot was about to label: the next snapshot no longer sees it.
          if (attempt === 3 || !(error instanceof pg.DatabaseError) || error.code !== "40001") throw error;
        }
    } finally {
      await releaseModelLock(client, model.number);
    }
  });
}

async function countOnce(client: pg.ClientBase, given: CountModel, fault?: () => void): Promise<Counted> {
  // The zone may have changed since the model was read, and days must be those of the spec in force.
  const { rows: zones } = await client.query<Pick<Model, "timeZone">>('SELECT "timeZone" FROM model WHERE number = $1', [given.number]);
  const model = { ...given, ...zones[0] };
  const { rows: waiting } = await client.query<Batch>(
    "SELECT id, kind, rows, first_at, last_at FROM telemetry.batch WHERE model = $1 ORDER BY id",
    [model.number],
  );
  const recounts = await readRecounts(client, model.number);
  const horizons = await readHorizons(client, model.number);
  const spec = await ensureSpec(client, model);
  const registry = openRegistry(await readKnown(client, model.number));
  const tally = new Tally(spec.spec, registry, model.timeZone);
  const counted: Counted = { batches: 0, events: 0, labels: 0, recounted: 0, more: false };

  const eventBatches = waiting.filter(({ kind }) => kind === "events");
  const windows = mostWindows(spec.spec);
  const events = within(eventBatches, { rows: mostEvents, windows });
  await addBatches(client, model, events, recounts, tally, counted);
  const uncounted = eventBatches.slice(events.length).map(({ id }) => Number(id));

  const labels = within(
    waiting.filter(({ kind }) => kind === "labels"),
    { rows: mostLabels, windows },
  );
  await addToProfiles(client, model.number, spec, tally.finish(), horizons);
  const relabelling = () => new Tally(spec.spec, registry, model.timeZone);
  await addLabels(client, model, labels, { recounts, uncounted: new Set(uncounted), relabelling, spec, windows, horizons }, counted);

  const range = recounts[0];
  let isLastChunk = false;
  if (range) {
    const chunk = await nextChunk(client, model, range, windows);
    isLastChunk = chunk.toMs >= range.toMs;
    const rowsFrom = new Date(horizons.get("rows") ?? 0);
    counted.recounted = await recountChunk(
      client,
      model,
      spec,
      { ...chunk, rowsFrom },
      uncounted,
      new Tally(spec.spec, registry, model.timeZone),
    );
    await finishChunk(client, range, chunk);
  }
  await writeKnown(client, model.number, takeAdditions(registry));
  const done = [...events, ...labels].map(({ id }) => id);
  if (done.length) await client.query("DELETE FROM telemetry.batch WHERE id = ANY($1::int8[])", [done]);
  counted.batches = done.length;
  counted.more = done.length < waiting.length || recounts.length > (isLastChunk ? 1 : 0);
  if (done.length || range) await client.query("SELECT pg_notify('modelwatch_counted', $1)", [String(model.number)]);
  fault?.();
  return counted;
}

async function addBatches(
  client: pg.ClientBase,
  model: CountModel,
  batches: readonly Batch[],
  recounts: readonly { fromMs: number; toMs: number }[],
  tally: Tally,
  counted: Counted,
): Promise<void> {
  const times = batches.flatMap(({ first_at, last_at }) => (first_at && last_at ? [first_at.getTime(), last_at.getTime()] : []));
  if (times.length === 0) return;
  const [from, to] = [new Date(Math.min(...times)), after(new Date(Math.max(...times)))];
  const ids = batches.map(({ id }) => id);
  if (await hasLabels(client, model.number)) await labelNewEvents(client, model.number, ids, from, to);
  const condition = `model = ${model.number} AND batch IN (${ids.map(Number).join(",")}) AND at >= ${quote(from)} AND at <= ${quote(to)}`;
  await eachEvent(client, condition, (event) => {
    counted.events++;
    if (!isWithin(recounts, event.atMicros)) tally.add(event);
  });
}

type Relabelling = {
  recounts: readonly { fromMs: number; toMs: number }[];
  uncounted: ReadonlySet<number>;
  relabelling: () => Tally;
  spec: SpecInForce;
  windows: number;
  horizons: Horizons;
};

async function addLabels(
  client: pg.ClientBase,
  model: CountModel,
  batches: readonly Batch[],
  { recounts, uncounted, relabelling, spec, windows, horizons }: Relabelling,
  counted: Counted,
): Promise<void> {
  if (batches.length === 0) return;
  const rows = batches.reduce((sum, batch) => sum + batch.rows, 0);
  const changed = await applyLabelBatches(
    client,
    model.number,
    batches.map(({ id }) => id),
    rows,
  );
  const again = new Set<number>();
  let tally = relabelling();
  changed.sort((a, b) => a.event.atMicros - b.event.atMicros);
  for (const { event, batch, oldLabel } of changed) {
    if (tally.windows > windows) {
      await addToProfiles(client, model.number, spec, tally.finish(), horizons);
      tally = relabelling();
    }
    counted.labels++;
    // Its batch will be counted with the label that it has now; a stretch to re-count reads the rows.
    if (uncounted.has(batch) || isWithin(recounts, event.atMicros)) continue;
    tally.relabel(event, oldLabel, event.label);
    // Sums of floating numbers cannot be taken back without a residue, so that day is counted anew.
    if (model.task === "regression" && oldLabel !== null) again.add(windowStart(Math.floor(event.atMicros / 1000), "1d", model.timeZone));
  }
  await addToProfiles(client, model.number, spec, tally.finish(), horizons);
  for (const day of again)
    await scheduleRecount(client, model, { fromMs: day, toMs: windowEnd(day, "1d", model.timeZone) - 1 }, "changed label");
}

/** Counts a stretch of whole days from its rows and puts the result in the place of its Profiles. */
async function recountChunk(
  client: pg.ClientBase,
  model: CountModel,
  spec: SpecInForce,
  chunk: { fromMs: number; toMs: number; rowsFrom: Date },
  uncounted: readonly number[],
  tally: Tally,
): Promise<number> {
  const hours = wholeHours(chunk);
  let rows = 0;
  const except = uncounted.length ? ` AND batch NOT IN (${uncounted.join(",")})` : "";
  const [from, to] = [new Date(hours.fromMs), new Date(hours.toMs)];
  await eachEvent(client, `model = ${model.number} AND at >= ${quote(from)} AND at < ${quote(to)}${except}`, (event) => {
    rows++;
    tally.add(event);
  });
  // Days only as far as all of their rows were read; the hours at both ends are whole.
  const inChunk = "profile.model = $1 AND ((tier < 2 AND start >= $2 AND start < $3) OR (tier = 2 AND start >= $4 AND start < $5))";
  const values = [model.number, from, to, new Date(chunk.fromMs), new Date(chunk.toMs), chunk.rowsFrom];
  // Rows that retention has dropped cannot be counted again: their Profiles are all there is, and stay.
  const history = await readCarriedOver(client, spec, `${inChunk} AND start < $6`, values);
  await client.query(`DELETE FROM telemetry.profile WHERE ${inChunk} AND start >= $6`, values);
  const counted = tally
    .finish()
    .filter(({ tier, start }) => start >= chunk.rowsFrom.getTime() && (tier < 2 || (start >= chunk.fromMs && start < chunk.toMs)));
  await replaceProfiles(client, model.number, spec, [...history, ...counted]);
  return rows;
}

/** The numbers of models that wait to be counted. */
export async function modelsWaiting(client: Pick<pg.ClientBase, "query">): Promise<number[]> {
  const { rows } = await client.query<{ model: number }>("SELECT model FROM telemetry.batch UNION SELECT model FROM telemetry.recount");
  return rows.map(({ model }) => model);
}
