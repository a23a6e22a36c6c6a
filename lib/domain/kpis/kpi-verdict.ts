import type { Direction } from "./kpi.ts";
import { valueAndLimit, valueText } from "./value-text.ts";

export type RatedKpi = {
  name: string;
  unit: string;
  direction: Direction;
  target: number | null;
  warning: number | null;
  critical: number | null;
};

/**
 * critical, warning: a limit is passed, or (warning) the target is missed. ok: on target and within every limit there is.
 * no_limits: nothing to hold it against. no_data, not_enough_data: nothing that may be judged.
 */
export type KpiStatus = "ok" | "warning" | "critical" | "no_limits" | "no_data" | "not_enough_data";

export type KpiVerdict = { status: KpiStatus; targetMet: boolean | null; sentence: string };

/** A value to judge, or why there is none. `enough: false` is shown, but not judged. */
export type KpiMeasure = { value: number | null; reason?: string | null; enough?: boolean };

const words: Record<string, string> = {
  missing_input: "one of its inputs has no value",
  division_by_zero: "it would divide by zero",
  overflow: "the result is too large",
  no_labels: "no labels have arrived",
  no_data: "no data has arrived",
};

/** On the good side of a limit; the limit itself still is. */
const within = (value: number, limit: number, direction: Direction) => (direction === "up" ? value >= limit : value <= limit);

const sideOf = (value: number, limit: number) => (value < limit ? "below" : value > limit ? "above" : "exactly at");

/** Rates a KPI's value against its limits and says it in one plain sentence. The worst finding speaks. */
export function kpiVerdict(kpi: RatedKpi, { value, reason, enough = true }: KpiMeasure): KpiVerdict {
  if (value === null) {
    const why = reason ? (words[reason] ?? reason.replaceAll("_", " ")) : words.no_data;
    return { status: "no_data", targetMet: null, sentence: `${kpi.name} has no value: ${why}.` };
  }
  if (!enough)
    return {
      status: "not_enough_data",
      targetMet: null,
      sentence: `${kpi.name} is ${valueText(value, kpi.unit)}, from too few rows to judge it.`,
    };
  const targetMet = kpi.target === null ? null : within(value, kpi.target, kpi.direction);
  const passed = (limit: number | null): limit is number => limit !== null && !within(value, limit, kpi.direction);
  const say = (limit: number, name: string) => {
    const text = valueAndLimit(value, limit, kpi.unit);
    return `${kpi.name} is ${text.value}, ${sideOf(value, limit)} its ${name} of ${text.limit}.`;
  };
  if (passed(kpi.critical)) return { status: "critical", targetMet, sentence: say(kpi.critical, "critical limit") };
  if (passed(kpi.warning)) return { status: "warning", targetMet, sentence: say(kpi.warning, "warning limit") };
  if (kpi.target !== null) return { status: targetMet ? "ok" : "warning", targetMet, sentence: say(kpi.target, "target") };
  const limited = kpi.warning !== null || kpi.critical !== null;
  const sentence = `${kpi.name} is ${valueText(value, kpi.unit)}${limited ? ", within its limits" : ""}.`;
  return { status: limited ? "ok" : "no_limits", targetMet, sentence };
}
