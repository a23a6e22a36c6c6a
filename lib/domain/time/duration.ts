import { z } from "zod";

const unitSeconds = { w: 604_800, d: 86_400, h: 3600, m: 60, s: 1 } as const;
const units = ["w", "d", "h", "m", "s"] as const;
const short = /^(?=\d)(?:(?<w>\d+)w)?(?:(?<d>\d+)d)?(?:(?<h>\d+)h)?(?:(?<m>\d+)m)?(?:(?<s>\d+)s)?$/;
// Years and months have no fixed length and are refused.
const iso = /^P(?=\d|T\d)(?:(?<w>\d+)W)?(?:(?<d>\d+)D)?(?:T(?=\d)(?:(?<h>\d+)H)?(?:(?<m>\d+)M)?(?:(?<s>\d+)S)?)?$/;
const LONGEST_SECONDS = 36_500 * unitSeconds.d;

/**
 * Seconds of a duration: `90s`, `5m`, `1h`, `7d`, `2w`, joined from long to short (`1h30m`), ISO 8601
 * (`P7D`, `PT1H`), or a number of seconds. null when it is none of these, negative or over 100 years.
 */
export function durationSeconds(value: string | number): number | null {
  const seconds = typeof value === "number" ? value : parse(value.trim());
  return seconds !== null && seconds >= 0 && seconds <= LONGEST_SECONDS ? seconds : null;
}

function parse(text: string): number | null {
  if (text === "0") return 0;
  const parts = (short.exec(text) ?? iso.exec(text))?.groups;
  return parts ? units.reduce((total, unit) => total + Number(parts[unit] ?? 0) * unitSeconds[unit], 0) : null;
}

/** The one way a duration is written: the largest of d, h, m, s that divides it: 60 → "1m", 90 → "90s", 604800 → "7d". */
export function formatDuration(seconds: number): string {
  const unit = (["d", "h", "m"] as const).find((name) => seconds > 0 && seconds % unitSeconds[name] === 0) ?? "s";
  return `${seconds / unitSeconds[unit]}${unit}`;
}

/** A duration kept as text in its one way of writing, so that what is stored is what is answered. */
export const DurationText = z
  .string()
  .refine((text) => durationSeconds(text) !== null, { error: "Write a duration such as 90s, 5m, 1h, 7d or P7D.", abort: true })
  .overwrite((text) => formatDuration(durationSeconds(text) ?? 0));
