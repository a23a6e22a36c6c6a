import type { KpiWindow } from "#lib/domain/kpis/kpi";
import type { KpiPage, KpiSummary } from "#lib/domain/kpis/kpi-summary";
import { valueText } from "#lib/domain/kpis/value-text";
import { date, dateTime, monthYear, signed, THIN } from "./format.ts";

type Mark = { kind: "ok" | "warning" | "critical" | "not_enough_data" | "no_data"; word: string };

/** How a KPI stands, for people who know nothing of its making; null where there is nothing to hold it against. */
export function kpiMark({ status, targetMet }: Pick<KpiSummary, "status" | "targetMet">): Mark | null {
  switch (status) {
    case "critical":
      return { kind: "critical", word: targetMet === false ? "Target missed" : "Limit passed" };
    case "warning":
      return { kind: "warning", word: targetMet === false ? "Target missed" : "Close to the limit" };
    case "ok":
      return { kind: "ok", word: targetMet ? "On target" : "Within limits" };
    case "not_enough_data":
      return { kind: "not_enough_data", word: "Too early to judge" };
    case "no_data":
      return { kind: "no_data", word: "No value" };
    case "no_limits":
      return null;
  }
}

const all = (count: number) => (count === 2 ? "Both have" : `All ${count} have`);

function missedIncidents(missed: readonly Pick<KpiSummary, "openIncident">[]): string {
  const worked = missed.filter(({ openIncident }) => openIncident !== null).length;
  if (worked === 0) return missed.length === 1 ? "No incident is open for it." : "No incident is open for them.";
  if (missed.length === 1) return "It has an open incident.";
  return worked === missed.length
    ? `${all(worked)} an open incident.`
    : `${worked} of them ${worked === 1 ? "has" : "have"} an open incident.`;
}

/** The first two lines of the page: how many targets are missed, and whether somebody is at work on it. */
export function kpiHeadline({ sentence, items, broken }: Pick<KpiPage, "sentence" | "items" | "broken">): {
  title: string;
  sentence: string;
} {
  const [title = "", ...rest] = sentence.split(/(?<=\.) /);
  const missed = items.filter(({ targetMet }) => targetMet === false);
  const open = broken.filter(({ state }) => state !== "fixed").length;
  const opens = open === 0 ? "No incident is open." : `${open} ${open === 1 ? "incident is" : "incidents are"} open.`;
  return {
    title: title.replace(/\.$/, ""),
    sentence: [missed.length > 0 ? missedIncidents(missed) : items.length > 0 ? opens : "", ...rest].filter(Boolean).join(" "),
  };
}

/** The first sentence of a description without the signs of Markdown; "" where it is long or there is none. */
function leadOf(description: string): string {
  const [paragraph = ""] = description.trim().split(/\n\s*\n/);
  const plain = paragraph
    .replaceAll(/[*_`#]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  const sentence = /^.*?[.!?](?= |$)/.exec(plain)?.[0] ?? (plain === "" ? "" : `${plain}.`);
  return sentence.length <= 140 ? sentence : "";
}

/** What a KPI means and how it stands, below its name and so without it: names are often sentences themselves. */
export function plainSentence({ name, description, sentence }: Pick<KpiSummary, "name" | "description" | "sentence">): {
  lead: string;
  stand: string;
} {
  return { lead: leadOf(description), stand: sentence.startsWith(name) ? `It${sentence.slice(name.length)}` : sentence };
}

/** What a range of values shows, held against the limits of today. */
export function rangeSummary(values: readonly (number | null)[], limits: Limits): string {
  const known = values.filter((value) => value !== null);
  const counted = `${known.length} of ${values.length} windows ${known.length === 1 ? "has" : "have"} a value`;
  if (limits.target === null && limits.warning === null && limits.critical === null) return `${counted}.`;
  const missed = known.filter((value) => statusAt(value, limits) !== "ok").length;
  const words = missed === 0 ? "none of them breaks" : `${missed} of them ${missed === 1 ? "breaks" : "break"}`;
  return `${counted}; ${words} the target or a limit of today.`;
}

/** A figure and its unit apart, because the unit is written smaller; a percent sign belongs to the figure. */
export function figureOf(value: number | null, unit: string): { figure: string; unit: string } {
  if (value === null) return { figure: "–", unit: "" };
  return unit === "%" ? { figure: `${valueText(value, "")}${THIN}%`, unit: "" } : { figure: valueText(value, ""), unit };
}

/** "Target at least 75 %"; null without a target. */
export function targetText({ target, unit, direction }: Pick<KpiSummary, "target" | "unit" | "direction">): string | null {
  if (target === null) return null;
  return `Target at ${direction === "up" ? "least" : "most"} ${unit === "%" ? `${valueText(target, "")}${THIN}%` : valueText(target, unit)}`;
}

const whens: Record<KpiWindow, (at: string, timeZone: string) => string> = {
  "1m": dateTime,
  "5m": dateTime,
  "1h": dateTime,
  "1d": date,
  "1w": date,
  "1mo": monthYear,
};

/** A moment as exactly as the KPI's windows are long. */
export const windowLabel = (window: KpiWindow, at: string, timeZone: string): string => whens[window](at, timeZone);

/** "−23 since Feb 2022", "unchanged since …"; null with fewer than two values. */
export function changeText({ change, window, timeZone }: Pick<KpiSummary, "change" | "window" | "timeZone">): string | null {
  if (!change) return null;
  const since = windowLabel(window, change.since, timeZone);
  const text = signed(change.by, (by) => valueText(by, ""));
  return text.startsWith("±") ? `unchanged since ${since}` : `${text} since ${since}`;
}

/** What the windows of a KPI are on an axis. */
export const axisStep = (window: KpiWindow): "month" | "day" | "hour" =>
  window === "1mo" ? "month" : window === "1d" || window === "1w" ? "day" : "hour";

type Limits = Pick<KpiSummary, "target" | "warning" | "critical" | "direction">;

/** How one value of the past stood against today's limits. */
export function statusAt(
  value: number | null,
  { target, warning, critical, direction }: Limits,
): "ok" | "warning" | "critical" | "no_data" {
  if (value === null) return "no_data";
  const passed = (limit: number | null) => limit !== null && (direction === "up" ? value < limit : value > limit);
  if (passed(critical)) return "critical";
  return passed(warning) || passed(target) ? "warning" : "ok";
}
