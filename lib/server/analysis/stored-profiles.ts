import "server-only";
import { pool } from "#lib/db/pool";
import { withConnection } from "#lib/db/telemetry/connection";
import { countAgain } from "#lib/db/telemetry/count-again";
import type { Horizons } from "#lib/db/telemetry/horizons";
import { type ProfileQuery, readProfiles, readVolumes } from "#lib/db/telemetry/read-profiles";
import { countRows } from "#lib/db/telemetry/read-rows";
import type { SpecInForce } from "#lib/db/telemetry/specs";
import { AppError } from "#lib/domain/errors";
import type { Profile } from "#lib/domain/profile/profile";
import { sizeOfTier, type Tier, windowEnd, windowStart } from "#lib/domain/time/window";
import { MOST_ROWS } from "./exact-rows.ts";

/** What to do about windows that retention has dropped with their rows: say so, or leave them empty (lists and long series). */
export type Expired = "refuse" | "empty";

type Stored = { profiles: Map<number, Profile>; stale: boolean; recounted: boolean };
type Args = { spec: SpecInForce; timeZone: string; horizons: Horizons; expired: Expired };

/** Lists and long series must not wait for more rows than these. */
const mostForLists = 200_000;
const tiers: readonly Tier[] = [0, 1, 2];

/** End of the last window of a tier that was dropped; no moment at all where nothing was. */
const droppedUntil = (horizons: Horizons, tier: Tier, timeZone: string): number => {
  const until = horizons.get(tier);
  if (until === undefined) return Number.NEGATIVE_INFINITY;
  const size = sizeOfTier(tier);
  const start = windowStart(until, size, timeZone);
  return start === until ? until : windowEnd(start, size, timeZone);
};

const rowsFrom = (horizons: Horizons): number => horizons.get("rows") ?? Number.NEGATIVE_INFINITY;

/** The finest tier, from `finest` on, that has all of what begins at `fromMs`, or can be counted again from rows; null without any. */
export function finestAt(fromMs: number, finest: Tier, { horizons, timeZone }: Pick<Args, "horizons" | "timeZone">): Tier | null {
  if (rowsFrom(horizons) <= fromMs) return finest;
  return tiers.find((tier) => tier >= finest && droppedUntil(horizons, tier, timeZone) <= fromMs) ?? null;
}

/** The Profiles of a stretch; where retention has dropped their tier they are counted again from the rows, as far as these are there. */
export async function storedProfiles(query: ProfileQuery, { spec, timeZone, horizons, expired }: Args): Promise<Stored> {
  const until = Math.min(query.toMs, droppedUntil(horizons, query.tier, timeZone));
  if (until <= query.fromMs) return { ...(await readProfiles(pool(), spec, query)), recounted: false };
  const kept = until < query.toMs ? await readProfiles(pool(), spec, { ...query, fromMs: until }) : { profiles: new Map(), stale: false };
  const gone = { ...query, toMs: until };
  if (rowsFrom(horizons) > query.fromMs) {
    if (expired === "refuse") await refuse(gone, horizons, timeZone);
    gone.fromMs = Math.min(
      until,
      windowEnd(windowStart(rowsFrom(horizons), sizeOfTier(query.tier), timeZone), sizeOfTier(query.tier), timeZone),
    );
  }
  const rows = await countRows(pool(), { ...gone, segment: null });
  if (rows === 0 || (expired === "empty" && rows > mostForLists)) return { ...kept, recounted: false };
  if (rows > MOST_ROWS) throw tooMany(rows);
  const again = await withConnection((client) => countAgain(client, spec, gone, timeZone));
  return { profiles: new Map([...again, ...kept.profiles]), stale: kept.stale, recounted: true };
}

const tooMany = (rows: number) =>
  new AppError(
    "conflict",
    `The model's retention has dropped these windows, and their ${rows.toLocaleString("en-US")} rows are too many to count again for one answer. Ask for longer windows or a shorter range.`,
  );

/** Only where there was something: before the model's first row nothing is missing. */
async function refuse(gone: ProfileQuery, horizons: Horizons, timeZone: string): Promise<void> {
  const rest = tiers.filter((tier) => tier > gone.tier);
  const finest = rest.find((tier) => droppedUntil(horizons, tier, timeZone) <= gone.fromMs);
  const from = new Date(droppedUntil(horizons, gone.tier, timeZone)).toISOString();
  const size = sizeOfTier(gone.tier);
  if (finest === undefined)
    throw new AppError(
      "conflict",
      `The model's retention has dropped its windows of ${size} before ${from}, and all longer ones. Ask from then on.`,
    );
  const fromMs = windowStart(gone.fromMs, sizeOfTier(finest), timeZone);
  const volumes = await readVolumes(pool(), { ...gone, tier: finest, fromMs });
  if (volumes.length > 0)
    throw new AppError(
      "conflict",
      `The model's retention has dropped its windows of ${size} before ${from}. The finest there is: window=${sizeOfTier(finest)}.`,
    );
}
