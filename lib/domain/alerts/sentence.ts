import { durationSeconds } from "#lib/domain/time/duration";
import type { Condition, Operator } from "./condition-input.ts";
import type { Labels } from "./instance.ts";
import type { AlertRule } from "./rule.ts";

/** Writes a value in the unit of what is watched; without one, in at least three digits. */
export type WriteValue = (value: number) => string;

const plain = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 3, maximumFractionDigits: 0, roundingPriority: "morePrecision" });
const writePlain: WriteValue = (value) => plain.format(value);

/** "ROC AUC of California housing", "PSI of California housing, feature Longitude": what a rule or one series of it watches. */
export function subject({ measure, of, labels = {} }: { measure: string; of?: string; labels?: Labels }): string {
  const details = Object.entries(labels).map(([name, value]) => `, ${name} ${value}`);
  return `${of ? `${measure} of ${of}` : measure}${details.join("")}`;
}

/** The whole rule in one sentence: "ROC AUC of California housing below 0.708 for 5 min, checked every minute". */
export function ruleSummary(
  about: string,
  rule: Pick<AlertRule, "condition" | "for" | "interval">,
  write: WriteValue = writePlain,
): string {
  const wait = seconds(rule.for) > 0 ? ` for ${durationWords(seconds(rule.for))}` : "";
  return `${about} ${conditionWords(rule.condition, write)}${wait}, checked every ${everyWords(seconds(rule.interval))}`;
}

/** The condition alone: "below 0.708 (warning below 0.75)", "outside 0.1 to 0.3", "changes by more than 10 %". */
export function conditionWords({ operator, critical, warning }: Condition, write: WriteValue = writePlain): string {
  const first = limitWords(operator, critical ?? warning, write);
  return critical !== undefined && warning !== undefined ? `${first} (warning ${limitWords(operator, warning, write)})` : first;
}

function limitWords(operator: Operator, limit: number | readonly [number, number] | undefined, write: WriteValue): string {
  if (limit === undefined) return operator;
  if (typeof limit !== "number") return `${operator} ${write(limit[0])} to ${write(limit[1])}`;
  switch (operator) {
    case "equal":
      return `equal to ${write(limit)}`;
    case "change":
      return `changes by more than ${write(limit)}`;
    case "changePercent":
      return `changes by more than ${writePlain(limit)} %`;
    default:
      return `${operator} ${write(limit)}`;
  }
}

const titles: Record<Operator, string> = {
  above: "is above its limit",
  below: "is below its limit",
  outside: "is outside its limits",
  inside: "is inside the range it should stay out of",
  equal: "has the value it should not have",
  change: "changed by more than its limit",
  changePercent: "changed by more than its limit",
};

/** The title of an incident: "ROC AUC of California housing is below its limit". `cause` as in the event that opened it. */
export function incidentTitle(about: string, operator: Operator, cause: "value" | "no_data" | "error" = "value"): string {
  if (cause === "no_data") return `${about} has no data`;
  return `${about} ${cause === "error" ? "could not be evaluated" : titles[operator]}`;
}

const seconds = (duration: string): number => durationSeconds(duration) ?? 0;

const words = [
  { size: 86_400, short: "d", long: "day" },
  { size: 3600, short: "h", long: "hour" },
  { size: 60, short: "min", long: "minute" },
  { size: 1, short: "s", long: "second" },
] as const;

/** "5 min", "90 s", "1 h 30 min", "7 d". */
function durationWords(total: number): string {
  if (total < 120) return total === 60 ? "1 min" : `${total} s`;
  let rest = total;
  const parts = words.map(({ size, short }) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count > 0 ? `${count} ${short}` : "";
  });
  return parts.filter((part) => part !== "").join(" ");
}

/** "minute", "5 min", "hour". */
const everyWords = (total: number): string => words.find(({ size }) => size === total)?.long ?? durationWords(total);
