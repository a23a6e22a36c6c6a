import { metric, percent, signed } from "#lib/client/format";
import type { CauseSegment, RootCauseAnswer } from "#lib/domain/analysis/answers/root-cause";

/** Segments by the column that parts them, in the order of the answer. */
export function segmentGroups(segments: readonly CauseSegment[]): { name: string; segments: CauseSegment[] }[] {
  const groups = new Map<string, CauseSegment[]>();
  for (const segment of segments) groups.set(segment.name, [...(groups.get(segment.name) ?? []), segment]);
  return [...groups].map(([name, members]) => ({ name, segments: members }));
}

/** What the segments of one column say of the change: which accounts for most of it, and which sent nothing. */
export function segmentSummary(answer: Pick<RootCauseAnswer, "label" | "change">, segments: readonly CauseSegment[], when: string): string {
  const shown = `${answer.label}, reference (ring) against ${when} (dot).`;
  const silent = segments.find(({ currentRows, referenceShare }) => currentRows === 0 && (referenceShare ?? 0) >= 0.05);
  const gone = silent ? ` ${silent.value}, ${percent(silent.referenceShare)} of the reference, sent no rows.` : "";
  const worst = segments.find(({ share }) => share !== null && share > 0);
  if (!worst || !answer.change || silent) return shown + gone;
  const size = worst.share !== null && worst.share <= 1 ? `${percent(worst.share)} of` : "more than all of";
  return `${shown} ${worst.value} accounts for ${size} the change of ${signed(answer.change, metric)}.`;
}
