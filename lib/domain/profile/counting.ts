import type { EventRow } from "#lib/domain/events/event";
import { sketchBucket } from "#lib/domain/stats/quantile-sketch";
import { bump } from "./bump.ts";
import type { CompiledSpec } from "./compiled-spec.ts";
import { countCell } from "./count-column.ts";
import { countGroups } from "./count-groups.ts";
import { countOutcome } from "./count-outcome.ts";
import type { ValueRegistry } from "./known-values.ts";
import type { Profile } from "./profile.ts";
import { columnCell, predictionOf } from "./row-values.ts";

/** Counts one row into the Profile, in place. Values that are met for the first time are registered in `known`. */
export function addRow(profile: Profile, compiled: CompiledSpec, known: ValueRegistry, row: EventRow): void {
  const { spec, columns } = compiled;
  profile.rows++;
  if (row.error !== null) profile.errors++;
  if (profile.firstMicros === null || row.atMicros < profile.firstMicros) profile.firstMicros = row.atMicros;
  if (profile.lastMicros === null || row.atMicros > profile.lastMicros) profile.lastMicros = row.atMicros;
  for (let index = 0; index < columns.length; index++) {
    const column = columns[index];
    const counts = profile.columns[index];
    if (column === undefined || counts === undefined) continue;
    const { source } = column;
    countCell(counts, column, source.kind === "slot" ? row.cells[source.slot] : columnCell(spec, source, row));
  }
  const outcome = { prediction: predictionOf(spec, row), label: row.label };
  countOutcome(profile, known, row, outcome, 1);
  countGroups(profile, spec, known, row, outcome, 1);
  if (row.latencyMs !== null) addLatency(profile.latency, row.latencyMs);
  if (row.attributions !== null) addAttributions(profile, spec.attributions, row.attributions);
}

/**
 * Moves a row that was counted with `oldLabel` to `newLabel` (null = no label), whatever `row.label` says: takes the old outcome back and adds
 * the new one, groups too. Counts end up equal to a re-count; sums of floating numbers within 1e-9 of their size.
 */
export function changeLabel(
  profile: Profile,
  { spec }: CompiledSpec,
  known: ValueRegistry,
  row: EventRow,
  oldLabel: string | null,
  newLabel: string | null,
): void {
  if (oldLabel === newLabel) return;
  const prediction = predictionOf(spec, row);
  for (const [label, by] of [
    [oldLabel, -1],
    [newLabel, 1],
  ] as const) {
    countOutcome(profile, known, row, { prediction, label }, by);
    countGroups(profile, spec, known, row, { prediction, label }, by);
  }
}

function addLatency(latency: Profile["latency"], milliseconds: number): void {
  // Rows keep latency in four bytes; rounding here too makes a count from the body equal to a re-count from rows.
  const value = Math.fround(milliseconds);
  const bucket = sketchBucket(value);
  latency.count++;
  latency.sum += value;
  if (bucket === null) latency.zero++;
  else bump(latency.buckets, bucket, 1);
}

function addAttributions(profile: Profile, names: string[], values: Record<string, number>): void {
  for (let index = 0; index < names.length; index++) {
    const value = values[names[index] ?? ""];
    const sums = profile.attributions[index];
    if (typeof value !== "number" || sums === undefined) continue;
    sums.count++;
    sums.sumAbsolute += Math.abs(value);
  }
}
