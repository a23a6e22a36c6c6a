import "server-only";
import { pool } from "#lib/db/pool";
import { readReferenceProfile, readReferenceWindows } from "#lib/db/telemetry/read-reference";
import type { SpecInForce } from "#lib/db/telemetry/specs";
import type { LimitsAnswer } from "#lib/domain/analysis/answers/performance";
import { performanceLimits } from "#lib/domain/analysis/limits";
import type { ReferenceView } from "#lib/domain/analysis/question";
import type { Model, WindowSize } from "#lib/domain/models/model";
import { emptyProfile } from "#lib/domain/profile/empty-profile";
import type { Profile } from "#lib/domain/profile/profile";
import { sizeOfTier, tierOf, windowEnd } from "#lib/domain/time/window";
import { kept } from "./kept.ts";
import { mergeWindows } from "./merge-windows.ts";

type Limits = { limits: Record<string, LimitsAnswer>; from: number | null; to: number | null };

// a frozen reference never changes under its spec, so what was decoded once is kept
const profiles = kept<Profile | null>(60);
const limitsOf = kept<Limits>(200);

/** The reference in force as an analysis sees it, of all rows or of one segment value; null without one. `size` null: limits of days. */
export async function referenceView(
  model: Model,
  { id, reference, spec }: SpecInForce,
  size: WindowSize | null,
  segment: string,
): Promise<ReferenceView | null> {
  if (reference === null) return null;
  const windowSize = size ?? "1d";
  const [profile, { limits, from, to }] = await Promise.all([
    profiles(`${id} ${segment}`, () => readReferenceProfile(pool(), reference, spec, segment)),
    limitsOf(`${id} ${windowSize} ${model.timeZone}`, async () => {
      const tier = tierOf(windowSize);
      const windows = await readReferenceWindows(pool(), reference, spec, tier);
      const merged = mergeWindows(windows, spec, windowSize, model.timeZone);
      const last = windows.at(-1)?.start;
      return {
        limits: performanceLimits(model.task, windowSize, merged),
        from: windows[0]?.start ?? null,
        to: last === undefined ? null : windowEnd(last, sizeOfTier(tier), model.timeZone),
      };
    }),
  ]);
  const found = profile ?? emptyProfile(spec);
  return { version: spec.reference, rows: found.rows, from, to, profile: found, limits };
}
