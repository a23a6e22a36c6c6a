import type { Profile } from "#lib/domain/profile/profile";
import type { WindowHead, WindowStatus } from "./answers/common.ts";
import type { Question, WindowProfile } from "./question.ts";

export const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

export const coverageOf = (profile: Profile | null): number | null => (profile === null ? null : share(profile.labelled, profile.rows));

export type Judgement = {
  /** rows that the numbers rest on: labelled ones where labels are needed */
  samples: number;
  /** whether the numbers need labels, so that late ones keep a window pending */
  needsLabels: boolean;
  /** the worst that limits say of the values; ok without limits */
  worst: "ok" | "warning" | "critical";
};

/**
 * Status of a window. Labels that are still due, too few rows and too few labels each withhold the verdict, in this order; they never
 * withhold the values.
 */
export function windowStatus(
  question: Question,
  { profile, end }: WindowProfile,
  { samples, needsLabels, worst }: Judgement,
): WindowStatus {
  if (profile === null || profile.rows === 0) return "no_data";
  const { minimumRows, minimumLabelCoverage, labelDelaySeconds } = question.model;
  const coverage = coverageOf(profile) ?? 0;
  if (needsLabels && coverage < 1 && question.now < end + labelDelaySeconds * 1000) return "pending";
  if (samples < minimumRows) return "not_enough_data";
  if (needsLabels && coverage < minimumLabelCoverage) return "not_enough_data";
  return worst;
}

/** What every window of an answer starts with. */
export function windowHead(question: Question, window: WindowProfile, judgement: Judgement): WindowHead {
  const { start, end, profile } = window;
  return {
    start: new Date(start).toISOString(),
    end: new Date(end).toISOString(),
    predictions: profile?.rows ?? 0,
    labelled: profile?.labelled ?? 0,
    coverage: coverageOf(profile),
    status: windowStatus(question, window, judgement),
    complete: question.now >= end,
    ...(profile === null || profile.rows === 0 ? { reason: "no_rows" } : {}),
  };
}

const order = { ok: 0, warning: 1, critical: 2 } as const;
export type Severity = keyof typeof order;

export const worstOf = (severities: readonly Severity[]): Severity =>
  severities.reduce<Severity>((worst, next) => (order[next] > order[worst] ? next : worst), "ok");
