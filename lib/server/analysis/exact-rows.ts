import "server-only";
import { pool } from "#lib/db/pool";
import { withConnection } from "#lib/db/telemetry/connection";
import { countRows, eachRow } from "#lib/db/telemetry/read-rows";
import { eachReferenceRow } from "#lib/db/telemetry/reference-rows";
import { AppError } from "#lib/domain/errors";
import type { EventRow } from "#lib/domain/events/event";
import type { ExactDistances } from "#lib/domain/metrics/drift-metrics";
import { addNumbers, columnNumbers, exactDistances } from "#lib/domain/metrics/exact-distances";
import { GrowingNumbers } from "#lib/domain/metrics/growing-numbers";
import type { ScoredLabels } from "#lib/domain/metrics/performance-metrics";
import type { Model } from "#lib/domain/models/model";
import { scoreCounts } from "#lib/domain/stats/score-counts";
import type { Asked, Loaded } from "./load-question.ts";

export const MOST_ROWS = 2_000_000;
/** Numbers of all columns that are held at once, eight bytes each. */
const MOST_NUMBERS = 40_000_000;

/** Labelled rows per distinct score, for each window: what makes the curve metrics exact. `conflict` above 2,000,000 rows. */
export async function exactScores(model: Model, asked: Asked, loaded: Loaded): Promise<(ScoredLabels | null)[]> {
  const windows = loaded.question.windows.map(() => ({ scores: new GrowingNumbers(), labels: new GrowingNumbers() }));
  await eachRowOfWindows(model, asked, loaded, 1, (row, index) => {
    const window = windows[index];
    if (!window || row.score === null || row.label === null) return;
    window.scores.add(row.score);
    window.labels.add(row.label === "1" ? 1 : 0);
  });
  return windows.map(({ scores, labels }) => (scores.count === 0 ? null : scoreCounts(scores.all(), labels.all())));
}

/** Latencies of the rows of each window, ascending. `conflict` above 2,000,000 rows. */
export async function exactLatencies(model: Model, asked: Asked, loaded: Loaded): Promise<ArrayLike<number>[]> {
  const windows = loaded.question.windows.map(() => new GrowingNumbers());
  await eachRowOfWindows(model, asked, loaded, 1, ({ latencyMs }, index) => {
    if (latencyMs !== null) windows[index]?.add(latencyMs);
  });
  return windows.map((latencies) => latencies.sorted());
}

/** KS and Wasserstein distances from rows, per window and column. `conflict` above 2,000,000 rows, or too many columns for memory. */
export async function exactDrift(
  model: Model,
  asked: Asked,
  loaded: Loaded,
  feature: string | undefined,
): Promise<(ExactDistances | null)[][]> {
  const { spec, question } = loaded;
  const { reference } = spec;
  if (reference === null) return question.windows.map(() => []);
  const columns = columnNumbers(spec.spec, feature).filter((numbers) => numbers !== null).length;
  const windows = question.windows.map(() => columnNumbers(spec.spec, feature));
  await eachRowOfWindows(model, asked, loaded, Math.max(1, columns), (row, index) => {
    const window = windows[index];
    if (window) addNumbers(window, spec.spec, row);
  });
  const base = columnNumbers(spec.spec, feature);
  const keeps = segmentFilter(loaded, asked);
  await withConnection((client) =>
    eachReferenceRow(client, reference, (row) => (keeps(row) ? addNumbers(base, spec.spec, row) : undefined)),
  );
  return windows.map((current) => exactDistances(base, current));
}

function segmentFilter({ spec }: Loaded, { segment }: Asked): (row: EventRow) => boolean {
  if (!segment) return () => true;
  const slot = spec.spec.segments.find(({ name }) => name === segment.name)?.slot ?? -1;
  return (row) => String(row.cells[slot] ?? "") === segment.value;
}

async function eachRowOfWindows(
  model: Model,
  asked: Asked,
  { question, spec, versions, horizons }: Loaded,
  columns: number,
  each: (row: EventRow, window: number) => void,
) {
  const { windows } = question;
  const [first, last] = [windows[0], windows.at(-1)];
  if (!first || !last) return;
  const rowsFrom = horizons.get("rows");
  if (rowsFrom !== undefined && windows.some(({ start, profile }) => start < rowsFrom && profile !== null))
    throw new AppError(
      "conflict",
      `The model's retention has dropped its rows before ${new Date(rowsFrom).toISOString()}, and exact answers are computed from rows. Ask without exact, or from then on.`,
    );
  const stretch = { model: model.number, fromMs: first.start, toMs: last.end, versions, segment: asked.segment ?? null };
  const rows = await countRows(pool(), stretch);
  if (rows > MOST_ROWS)
    throw new AppError(
      "conflict",
      `This range has ${rows.toLocaleString("en-US")} rows; exact answers read at most ${MOST_ROWS.toLocaleString("en-US")}. Ask for a shorter range, or without exact.`,
    );
  if (rows * columns > MOST_NUMBERS)
    throw new AppError(
      "conflict",
      `${rows.toLocaleString("en-US")} rows of ${columns} columns are too many to compare exactly at once. Name one column with feature=, or ask for a shorter range.`,
    );
  const starts = Float64Array.from(windows, ({ start }) => start);
  await withConnection((client) =>
    eachRow(client, spec.spec, stretch, (row) => {
      const at = Math.floor(row.atMicros / 1000);
      let [low, high] = [0, starts.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (at >= (starts[middle] ?? Number.POSITIVE_INFINITY)) low = middle;
        else high = middle - 1;
      }
      each(row, low);
    }),
  );
}
