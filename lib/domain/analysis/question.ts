import type { Model, WindowSize } from "#lib/domain/models/model";
import type { Profile, ProfileSpec } from "#lib/domain/profile/profile";
import type { LimitsAnswer } from "./answers/performance.ts";

/** One window of time (ms since 1970, end exclusive) and what was counted in it; null = no rows. */
export type WindowProfile = { start: number; end: number; profile: Profile | null };

/** The frozen reference: all of it, and the limits that its own windows of the size asked for give each performance metric. */
export type ReferenceView = {
  version: number;
  rows: number;
  /** first and last time of its rows (ms), null without timestamps */
  from: number | null;
  to: number | null;
  profile: Profile;
  limits: Record<string, LimitsAnswer>;
};

/** What every analysis is a pure function of. */
export type Question = {
  model: Pick<Model, "slug" | "task" | "timeZone" | "minimumRows" | "minimumLabelCoverage" | "labelDelaySeconds" | "schema" | "store">;
  spec: ProfileSpec;
  /** null: the windows are not of one size, such as one range */
  size: WindowSize | null;
  windows: WindowProfile[];
  reference: ReferenceView | null;
  /** ms since 1970 */
  now: number;
  /** accepted rows that are not counted yet */
  pendingRows: number;
  version: string | null;
  /** name=value, null = all rows */
  segment: string | null;
  notes?: string[];
};
