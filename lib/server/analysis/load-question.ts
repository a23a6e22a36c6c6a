import "server-only";
import { pool } from "#lib/db/pool";
import { type Backlog, readBacklog } from "#lib/db/telemetry/backlog";
import { type Horizons, readHorizons } from "#lib/db/telemetry/horizons";
import { readExtent } from "#lib/db/telemetry/read-profiles";
import { readSpec, type SpecInForce } from "#lib/db/telemetry/specs";
import { coverRange, type Stretch } from "#lib/domain/analysis/cover";
import type { Question, WindowProfile } from "#lib/domain/analysis/question";
import { type Range, resolveRange, windowsOfRange } from "#lib/domain/analysis/range";
import { AppError } from "#lib/domain/errors";
import type { Model, WindowSize } from "#lib/domain/models/model";
import { emptyProfile } from "#lib/domain/profile/empty-profile";
import { specWithoutReference } from "#lib/domain/profile/freeze";
import { mergeInto } from "#lib/domain/profile/merge";
import type { Profile } from "#lib/domain/profile/profile";
import { sizeOfTier, type TimeWindow, tierOf, windowEnd } from "#lib/domain/time/window";
import type { Context } from "../context.ts";
import { countedVersions } from "./counted-versions.ts";
import { referenceView } from "./reference-view.ts";
import { type Expired, finestAt, storedProfiles } from "./stored-profiles.ts";

export type Asked = {
  from?: number | undefined;
  to?: number | undefined;
  window?: WindowSize | undefined;
  version?: string | undefined;
  segment?: { name: string; value: string } | undefined;
  /** windows that are gone for good: refused, unless empty ones are wanted instead */
  expired?: Expired | undefined;
};

export type Loaded = {
  question: Question;
  spec: SpecInForce;
  size: WindowSize;
  versions: number[] | null;
  range: Range;
  /** what retention has dropped */
  horizons: Horizons;
  /** start of the last 5 minutes with rows, null without any */
  lastData: number | null;
};

type Reads = Pick<Context, "db" | "now">;

/** Everything that an answer in windows is a function of; the Profiles of the range are read at once. */
export async function loadSeries(ctx: Reads, model: Model, asked: Asked): Promise<Loaded> {
  const base = await prepare(ctx, model, asked);
  if (asked.segment && base.size === "5m") throw new AppError("invalid", "Segments are counted by the hour. Ask for window=1h or longer.");
  const windows = windowsOfRange(base.range, base.size, model.timeZone);
  const [first, last] = [windows[0], windows.at(-1)];
  const stretches: Stretch[] = first && last ? [{ tier: tierOf(base.size), from: first.start, to: last.end }] : [];
  return load(model, asked, base, windows, stretches, base.size);
}

/** The same for one range as a whole: its ends are widened to the finest Profiles there are. */
export async function loadRange(ctx: Reads, model: Model, asked: Asked): Promise<Loaded> {
  const base = await prepare(ctx, model, asked);
  const { from, to } = base.range;
  const { timeZone } = model;
  const finest = finestAt(from, asked.segment ? 1 : 0, { horizons: base.horizons, timeZone }) ?? 2;
  const stretches = coverRange(from, to, timeZone, { finest });
  const window = { start: stretches[0]?.from ?? from, end: stretches.at(-1)?.to ?? to };
  return load(model, asked, { ...base, range: { from: window.start, to: window.end } }, [window], stretches, null);
}

type Base = Omit<Loaded, "question"> & { backlog: Backlog; now: number };

async function prepare(ctx: Reads, model: Model, asked: Asked): Promise<Base> {
  const size = asked.window ?? model.window;
  const [stored, versions, extent, backlog, horizons] = await Promise.all([
    readSpec(pool(), model.number),
    countedVersions(ctx, model, asked.version),
    readExtent(pool(), model.number),
    readBacklog(pool(), model.number),
    readHorizons(pool(), model.number),
  ]);
  const spec = stored ?? { id: 0, reference: null, spec: specWithoutReference(model) };
  checkSegment(model, asked, spec);
  const [lastData, now] = [extent?.lastMs ?? null, ctx.now.getTime()];
  return {
    spec,
    size,
    versions,
    range: resolveRange(asked, { size, timeZone: model.timeZone, lastData, now }),
    lastData,
    backlog,
    horizons,
    now,
  };
}

function checkSegment(model: Model, { segment }: Asked, { spec }: SpecInForce): void {
  if (!segment) return;
  const names = spec.segments.map(({ name }) => name);
  if (!names.includes(segment.name))
    throw new AppError(
      "invalid",
      `${model.slug} has no segment ${segment.name}. ${names.length > 0 ? `It has ${names.join(", ")}.` : "Declare it in the model's schema under segments."}`,
    );
}

async function load(
  model: Model,
  asked: Asked,
  base: Base,
  windows: TimeWindow[],
  stretches: Stretch[],
  size: WindowSize | null,
): Promise<Loaded> {
  const { spec, versions, backlog, horizons, now } = base;
  const { timeZone } = model;
  const segment = asked.segment ? `${asked.segment.name}=${asked.segment.value}` : "";
  const [reference, found] = await Promise.all([
    referenceView(model, spec, size, segment),
    Promise.all(
      stretches.map(({ tier, from, to }) =>
        storedProfiles(
          { model: model.number, tier, segment, fromMs: from, toMs: to, versions },
          { spec, timeZone, horizons, expired: asked.expired ?? "refuse" },
        ),
      ),
    ),
  ]);
  const notes = [
    ...(backlog.recounting || found.some(({ stale }) => stale)
      ? ["Some windows are being counted again; they are missing or old until that is done."]
      : []),
    ...(found.some(({ recounted }) => recounted) ? ["Windows that retention has dropped were counted again from their rows."] : []),
    ...(segment && reference
      ? ["Limits are those of all rows of the reference; drift is against the reference’s rows of this segment."]
      : []),
  ];
  const question: Question = {
    model,
    spec: spec.spec,
    size,
    windows: intoWindows(
      windows,
      found.flatMap(({ profiles }) => [...profiles]),
      spec,
    ),
    reference,
    now,
    pendingRows: backlog.rows,
    version: asked.version ?? null,
    segment: segment || null,
    ...(notes.length > 0 ? { notes } : {}),
  };
  return { ...base, question };
}

/** Adds stored Profiles, in order of time, to the windows in which they start. */
function intoWindows(
  windows: readonly TimeWindow[],
  stored: readonly [start: number, profile: Profile][],
  { spec }: SpecInForce,
): WindowProfile[] {
  const found: WindowProfile[] = windows.map(({ start, end }) => ({ start, end, profile: null }));
  const parts = found.map((): Profile[] => []);
  let place = 0;
  for (const [start, profile] of [...stored].sort(([a], [b]) => a - b)) {
    while (place < found.length && start >= (found[place]?.end ?? 0)) place++;
    if (start >= (found[place]?.start ?? Number.POSITIVE_INFINITY)) parts[place]?.push(profile);
  }
  return found.map((window, index) => ({ ...window, profile: sumOf(parts[index] ?? [], spec) }));
}

function sumOf(profiles: readonly Profile[], spec: SpecInForce["spec"]): Profile | null {
  if (profiles.length < 2) return profiles[0] ?? null;
  const sum = emptyProfile(spec);
  for (const profile of profiles) mergeInto(sum, profile);
  return sum;
}

/** The whole days that cover a range, for what is kept by the day only. */
export const wholeDays = ({ from, to }: Range, timeZone: string): Range => {
  const [first, last] = [coverRange(from, from + 1, timeZone, { finest: 2 })[0], coverRange(to - 1, to, timeZone, { finest: 2 })[0]];
  return { from: first?.from ?? from, to: last?.to ?? windowEnd(to, sizeOfTier(2), timeZone) };
};
