import type { Band, Condition, Operator } from "./condition-input.ts";
import { isWorse, type Level } from "./severity.ts";

/**
 * The number that the limits are compared with: the value itself, or for `change` and `changePercent`
 * its distance from the value before. Without a value before, nothing has changed; from 0 any change
 * is infinite in percent.
 */
export function measure({ operator }: { operator: Operator }, value: number, before: number | null): number {
  if (operator !== "change" && operator !== "changePercent") return value;
  if (before === null || before === value) return 0;
  const change = Math.abs(value - before);
  return operator === "change" ? change : (100 * change) / Math.abs(before);
}

/**
 * The level of a measured value. A value on a limit is on the safe side; the ends of `inside` are inside.
 * `held` is the level of an alert that fires already: it does not come down while the value is on the
 * bad side of `recovery`.
 */
export function evaluate(condition: Condition, value: number, held: Level = "none"): Level {
  const { operator, critical, warning } = condition;
  const level = crosses(operator, critical, value) ? "critical" : crosses(operator, warning, value) ? "warning" : "none";
  if (condition.operator === "equal" || !isWorse(held, level)) return level;
  return crosses(operator, condition.recovery, value) ? held : level;
}

/** The worst level that a rule with this condition knows; what "alert on no data" counts as. */
export const worstLevel = (condition: Condition): Level => (condition.critical === undefined ? "warning" : "critical");

function crosses(operator: Operator, limit: number | Band | undefined, value: number): boolean {
  if (limit === undefined) return false;
  if (typeof limit !== "number") return isInside(limit, value) === (operator === "inside");
  if (operator === "equal") return value === limit;
  return operator === "below" ? value < limit : value > limit;
}

const isInside = ([low, high]: Band, value: number) => value >= low && value <= high;

/** How far a measured value is on the bad side, to find the worst one of an episode; more is worse. */
export function badness(condition: Condition, value: number): number {
  switch (condition.operator) {
    case "below":
      return -value;
    case "equal":
      return 0;
    case "outside":
    case "inside": {
      const [low, high] = condition.critical ?? condition.warning ?? [value, value];
      const beyond = Math.max(low - value, value - high);
      return condition.operator === "outside" ? beyond : -beyond;
    }
    default:
      return value;
  }
}
