import { AppError } from "#lib/domain/errors";
import { type Bias, biasOf } from "#lib/domain/metrics/bias-metrics";
import { emptyProfile } from "#lib/domain/profile/empty-profile";
import type { BiasRangeAnswer, BiasSeriesAnswer } from "./answers/bias.ts";
import { answerHead } from "./provenance.ts";
import type { Question, WindowProfile } from "./question.ts";
import { type Severity, windowHead } from "./status.ts";

export type BiasOptions = { attribute?: string | undefined; baseGroup?: string | undefined };

/** One answer for each window. Without an attribute the first declared group is taken. */
export function buildBiasSeries(question: Question, options: BiasOptions): BiasSeriesAnswer {
  const head = biasHead(question, options);
  return { ...head, windows: question.windows.map((window) => biasWindow(question, window, head.attribute, options.baseGroup)) };
}

/** One answer for the whole range, its fields at the top level. */
export function buildBiasRange(question: Question, options: BiasOptions): BiasRangeAnswer {
  const [range] = question.windows;
  if (range === undefined) throw new AppError("invalid", "The range is empty: `to` must be after `from`.");
  const head = biasHead(question, options);
  return { ...head, ...biasWindow(question, range, head.attribute, options.baseGroup) };
}

function biasHead(question: Question, { attribute }: BiasOptions) {
  const attributes = question.spec.groups.map(({ name }) => name);
  if (attribute !== undefined && !attributes.includes(attribute))
    throw new AppError(
      "invalid",
      `${question.model.slug} has no group attribute ${attribute}. ${attributes.length > 0 ? `It has ${attributes.join(", ")}.` : "Declare it in the model's schema under groups."}`,
    );
  return { ...answerHead(question, method), attribute: attribute ?? attributes[0] ?? null, attributes };
}

const method = {
  method:
    "Rates with Wilson 95 % intervals; ratio = group ÷ base group with the Katz log interval; fair or unfair when it lies wholly inside or outside 0.8 to 1.25 with at least 30 outcomes in both denominators",
  precision: "exact",
} as const;

function biasWindow(question: Question, window: WindowProfile, attribute: string | null, baseGroup: string | undefined) {
  const bias =
    question.model.task === "regression" || attribute === null
      ? withoutGroups(attribute === null ? "no_groups" : "regression_has_no_rates")
      : biasOf(window.profile ?? emptyProfile(question.spec), attribute, baseGroup);
  const samples = bias.groups.reduce((total, { predictions }) => total + predictions, 0);
  return { ...windowHead(question, window, { samples, needsLabels: false, worst: biasSeverity(bias) }), ...bias };
}

const biasSeverity = ({ disparities }: Bias): Severity => (disparities.some(({ verdict }) => verdict === "unfair") ? "warning" : "ok");

function withoutGroups(reason: string): Bias {
  const names = [
    "demographicParityDifference",
    "demographicParityRatio",
    "equalizedOddsDifference",
    "equalizedOddsRatio",
    "equalOpportunityDifference",
    "equalOpportunityRatio",
  ] as const;
  return {
    groups: [],
    disparities: [],
    summary: {
      demographicParityDifference: null,
      demographicParityRatio: null,
      equalizedOddsDifference: null,
      equalizedOddsRatio: null,
      equalOpportunityDifference: null,
      equalOpportunityRatio: null,
      reasons: Object.fromEntries(names.map((name) => [name, reason])),
    },
    baseGroup: null,
    reason,
  };
}
