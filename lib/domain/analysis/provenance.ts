import type { Provenance, ReferenceAnswer } from "./answers/common.ts";
import type { Question } from "./question.ts";
import { share } from "./status.ts";

type Method = Pick<Provenance, "method" | "precision"> & Partial<Pick<Provenance, "bins" | "floor" | "logBase" | "bounds" | "notes">>;

/** How the numbers of an answer came about; the counts are of all its windows. */
export function provenanceOf(question: Question, { method, precision, bins, floor, logBase, bounds, notes }: Method): Provenance {
  const profiles = question.windows.flatMap(({ profile }) => (profile === null ? [] : [profile]));
  const rows = profiles.reduce((total, profile) => total + profile.rows, 0);
  const labelled = profiles.reduce((total, profile) => total + profile.labelled, 0);
  const allNotes = [...(question.notes ?? []), ...(notes ?? [])];
  return {
    method,
    referenceVersion: question.reference?.version ?? null,
    referenceRows: question.reference?.rows ?? null,
    currentRows: rows,
    bins: bins ?? null,
    floor: floor ?? null,
    logBase: logBase ?? null,
    labelCoverage: share(labelled, rows),
    dataSource: question.model.store.kind,
    computedAt: new Date(question.now).toISOString(),
    precision,
    ...(bounds && Object.keys(bounds).length > 0 ? { bounds } : {}),
    window: question.size,
    timeZone: question.model.timeZone,
    version: question.version,
    // as it is asked for: name:value
    segment: question.segment?.replace("=", ":") ?? null,
    pendingRows: question.pendingRows,
    ...(allNotes.length > 0 ? { notes: allNotes } : {}),
  };
}

export function referenceOf({ reference }: Question): ReferenceAnswer {
  if (reference === null) return null;
  const moment = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  return { version: reference.version, rows: reference.rows, from: moment(reference.from), to: moment(reference.to) };
}

/** The parts that every answer has. */
export const answerHead = (question: Question, method: Method) => ({
  model: question.model.slug,
  reference: referenceOf(question),
  provenance: provenanceOf(question, method),
});
