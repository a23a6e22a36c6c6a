import { type Estimate, estimated, notEstimated } from "./estimate.ts";
import type { UndefinedReason } from "./measure.ts";
import { wilson } from "./wilson.ts";

/** successes ÷ trials with its Wilson interval; `whenEmpty` says why there is none without trials. */
export const proportion = (successes: number, trials: number, whenEmpty: UndefinedReason, level = 0.95): Estimate =>
  trials > 0 ? estimated(successes / trials, wilson(successes, trials, level)) : notEstimated(whenEmpty);
