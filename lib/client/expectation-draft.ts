import type { Expectations } from "#lib/domain/models/model";
import { decimal, THIN } from "./format.ts";

/** What is expected of a feature, as its form holds it. */
export type ExpectationDraft = {
  /** one value a line */
  values: string;
  min: string;
  max: string;
  unique: boolean;
  missing: "allowed" | "none" | "at-most";
  /** in percent */
  missingShare: string;
  noOutliers: boolean;
};

const text = (value: number | undefined, scale = 1) => (value === undefined ? "" : String(Number((value * scale).toPrecision(12))));

export const draftOfExpectations = (expected: Expectations = {}): ExpectationDraft => ({
  values: (expected.values ?? []).join("\n"),
  min: text(expected.min),
  max: text(expected.max),
  unique: expected.unique === true,
  missing: expected.missingAllowed === false ? "none" : expected.maximumMissingShare === undefined ? "allowed" : "at-most",
  missingShare: text(expected.maximumMissingShare, 100),
  noOutliers: expected.outliers === false,
});

const number = (written: string): number | null => (written.trim() === "" || Number.isNaN(Number(written)) ? null : Number(written));

/** What is stored; undefined when nothing is expected. Empty fields expect nothing. */
export function expectationsOf(draft: ExpectationDraft): Expectations | undefined {
  const values = [...new Set(draft.values.split("\n").map((line) => line.trim()))].filter((line) => line !== "");
  const [min, max, share] = [number(draft.min), number(draft.max), number(draft.missingShare)];
  const expected: Expectations = {
    ...(values.length > 0 ? { values } : {}),
    ...(min === null ? {} : { min }),
    ...(max === null ? {} : { max }),
    ...(draft.unique ? { unique: true } : {}),
    ...(draft.missing === "none" ? { missingAllowed: false } : {}),
    ...(draft.missing === "at-most" && share !== null ? { maximumMissingShare: share / 100 } : {}),
    ...(draft.noOutliers ? { outliers: false } : {}),
  };
  return Object.keys(expected).length > 0 ? expected : undefined;
}

/** A range that no value can meet; null when there is none. */
export function rangeProblem({ min, max }: ExpectationDraft): string | null {
  const [low, high] = [number(min), number(max)];
  return low !== null && high !== null && low > high ? "The smallest value must not be above the largest." : null;
}

/** Everything that is expected, in one line; "" for nothing. */
export function expectationWords(expected: Expectations = {}): string {
  const { values, min, max, unique, missingAllowed, maximumMissingShare, outliers } = expected;
  const range =
    min !== undefined && max !== undefined
      ? `from ${min} to ${max}`
      : min !== undefined
        ? `${min} or more`
        : max !== undefined
          ? `${max} or less`
          : "";
  const few = values && values.length <= 4 ? `one of ${values.join(", ")}` : values ? `one of ${values.length} values` : "";
  const missing =
    missingAllowed === false
      ? "never missing"
      : maximumMissingShare === undefined
        ? ""
        : `missing in at most ${decimal(maximumMissingShare * 100, maximumMissingShare < 0.1 ? 1 : 0)}${THIN}%`;
  return [few, range, missing, unique ? "no value twice" : "", outliers === false ? "no outliers" : ""].filter(Boolean).join(", ");
}
