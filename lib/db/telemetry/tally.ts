import "server-only";
import { type CompiledSpec, compileSpec } from "#lib/domain/profile/compiled-spec";
import { addRow, changeLabel } from "#lib/domain/profile/counting";
import { emptyProfile } from "#lib/domain/profile/empty-profile";
import { OTHER, resolve, type ValueRegistry } from "#lib/domain/profile/known-values";
import { mergeInto } from "#lib/domain/profile/merge";
import type { Profile, ProfileSpec } from "#lib/domain/profile/profile";
import { slotText } from "#lib/domain/profile/row-values";
import { windowStart } from "#lib/domain/time/window";
import type { StoredEvent } from "./event-columns.ts";

export type Tallied = { version: number; segment: string; tier: 0 | 1 | 2; start: number; profile: Profile };

const fiveMinutes = 300_000;
const hour = 3_600_000;
const quarter = 900_000;

/** "region=Bay Area": the key of a segment's Profiles. */
export const segmentKey = (name: string, value: string): string => `${name}=${value}`;

/** The segment keys a row belongs to; values past the first fifty of a name are pooled. */
export const segmentsOf = (spec: ProfileSpec, registry: ValueRegistry, row: StoredEvent): string[] =>
  spec.segments.flatMap(({ name, slot }) => {
    const value = slotText(row, slot);
    return value === "" ? [] : [segmentKey(name, resolve(registry, "segments", name, value) || OTHER)];
  });

/**
 * Counts rows into their finest windows: 5 minutes for all rows, the hour for each segment value (a quarter where the zone's day
 * does not start on a UTC hour). `finish` adds them up to hours and days, which costs a merge per window instead of a count per row.
 */
export class Tally {
  private readonly compiled: CompiledSpec;
  private readonly registry: ValueRegistry;
  private readonly timeZone: string;
  private readonly fine = new Map<string, Tallied>();
  private lastHour = Number.NaN;
  private segmentBase = hour;

  constructor(spec: ProfileSpec, registry: ValueRegistry, timeZone: string) {
    this.compiled = compileSpec(spec);
    this.registry = registry;
    this.timeZone = timeZone;
  }

  private at(version: number, segment: string, tier: 0 | 1, start: number): Profile {
    const key = `${version} ${start} ${segment}`;
    let found = this.fine.get(key);
    if (!found) {
      found = { version, segment, tier, start, profile: emptyProfile(this.compiled.spec) };
      this.fine.set(key, found);
    }
    return found.profile;
  }

  private places(row: StoredEvent): Profile[] {
    const ms = Math.floor(row.atMicros / 1000);
    const places = [this.at(row.versionNumber, "", 0, Math.floor(ms / fiveMinutes) * fiveMinutes)];
    const { spec } = this.compiled;
    if (spec.segments.length === 0) return places;
    const atHour = Math.floor(ms / hour);
    if (atHour !== this.lastHour) {
      this.lastHour = atHour;
      this.segmentBase = windowStart(ms, "1d", this.timeZone) % hour === 0 ? hour : quarter;
    }
    const start = Math.floor(ms / this.segmentBase) * this.segmentBase;
    for (const segment of segmentsOf(spec, this.registry, row)) places.push(this.at(row.versionNumber, segment, 1, start));
    return places;
  }

  add(row: StoredEvent): void {
    for (const profile of this.places(row)) addRow(profile, this.compiled, this.registry, row);
  }

  /** The difference that another label makes: takes the old outcome back, adds the new one. */
  relabel(row: StoredEvent, oldLabel: string | null, newLabel: string | null): void {
    for (const profile of this.places(row)) changeLabel(profile, this.compiled, this.registry, row, oldLabel, newLabel);
  }

  get windows(): number {
    return this.fine.size;
  }

  finish(): Tallied[] {
    const { spec } = this.compiled;
    const out: Tallied[] = [];
    const merged = new Map<string, Tallied>();
    const into = (tier: 1 | 2, start: number, { version, segment, profile }: Tallied) => {
      const key = `${tier} ${version} ${start} ${segment}`;
      let sum = merged.get(key);
      if (!sum) {
        sum = { version, segment, tier, start, profile: emptyProfile(spec) };
        merged.set(key, sum);
      }
      mergeInto(sum.profile, profile);
    };
    for (const one of this.fine.values()) {
      if (one.tier === 0) out.push(one);
      into(1, windowStart(one.start, "1h", "UTC"), one);
    }
    const wholeHours = [...merged.values()].filter(({ start }) => windowStart(start, "1d", this.timeZone) % hour === 0);
    // Where days start on UTC hours they are sums of hours, elsewhere of the finest windows.
    if (wholeHours.length === merged.size) for (const one of wholeHours) into(2, windowStart(one.start, "1d", this.timeZone), one);
    else for (const one of this.fine.values()) into(2, windowStart(one.start, "1d", this.timeZone), one);
    return [...out, ...merged.values()];
  }
}
