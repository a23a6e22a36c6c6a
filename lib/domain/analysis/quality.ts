import { columnQuality } from "#lib/domain/metrics/quality-metrics";
import { emptyProfile } from "#lib/domain/profile/empty-profile";
import type { QualityAnswer } from "./answers/quality.ts";
import { answerHead } from "./provenance.ts";
import type { Question } from "./question.ts";
import { windowHead } from "./status.ts";

/** Data quality of every column per window, in the order of the schema; a broken expectation is critical. */
export function buildQuality(question: Question, { feature }: { feature?: string | undefined } = {}): QualityAnswer {
  const expectations = new Map(question.model.schema.features.map(({ name, expectations }) => [name, expectations]));
  const windows = question.windows.map((window) => {
    const profile = window.profile ?? emptyProfile(question.spec);
    const features = question.spec.columns.flatMap((column, index) => {
      if (feature !== undefined && column.name !== feature) return [];
      const quality = columnQuality(profile, column, index, expectations.get(column.name));
      return quality === null ? [] : [quality];
    });
    const worst = features.some(({ broken }) => broken.length > 0) ? "critical" : "ok";
    return { ...windowHead(question, window, { samples: profile.rows, needsLabels: false, worst }), features };
  });
  return {
    ...answerHead(question, {
      method:
        "Shares of all rows of the window; unseen = not among the reference's values, out of range = beyond the reference's minimum and maximum, outlier = beyond Tukey's fences (1.5 interquartile ranges) of the reference",
      precision: "exact",
    }),
    windows,
  };
}
