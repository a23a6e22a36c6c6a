/**
 * How values are written on screen. Every function takes `null` and answers "–": an absent value is
 * never shown as 0. Use `shown` where the reader should be told why it is absent.
 */

const DASH = "–";
/** Narrow no-break space: stands before % and units. */
export const THIN = "\u202f";
const MINUS = "−";
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Maybe = number | null | undefined;
const known = (value: Maybe): value is number => typeof value === "number" && Number.isFinite(value);

/** Digits with commas and a true minus. -0.0004 at three digits is "0.000", not "−0.000". */
function digits(value: number, decimals: number): string {
  const text = Math.abs(value).toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return value < 0 && /[1-9]/.test(text) ? MINUS + text : text;
}

/** The text of a value, or "–" with the reason it is absent (for a title or a second line). */
export function shown<T>(
  value: T | null | undefined,
  format: (value: T) => string,
  reason: string,
): { text: string; reason: string | null } {
  return value === null || value === undefined ? { text: DASH, reason } : { text: format(value), reason: null };
}

/** A metric: 0.705, 32.8, 1,479. Three decimals below 10, one below 1000, none above. */
export function metric(value: Maybe): string {
  if (!known(value)) return DASH;
  const size = Math.abs(value);
  return digits(value, size < 10 ? 3 : size < 1000 ? 1 : 0);
}

/** PSI: three decimals below 1, two from 1 on. */
export const psi = (value: Maybe): string => (known(value) ? digits(value, Math.abs(value) < 1 ? 3 : 2) : DASH);

/** A fixed number of decimals, with comma and true minus. */
export const decimal = (value: Maybe, decimals: number): string => (known(value) ? digits(value, decimals) : DASH);

/** A change, always with its sign: +0.012, −23. Zero is "±0". */
export function signed(value: Maybe, format: (value: number) => string = metric): string {
  if (!known(value)) return DASH;
  const text = format(value);
  if (!/[1-9]/.test(text)) return `±${text}`;
  return value > 0 ? `+${text}` : text;
}

/**
 * A share of 1 as percent: 61 %. Without `decimals` it is whole, and a share that is not quite
 * none or all never rounds to 0 % or 100 %.
 */
export function percent(share: Maybe, decimals = 0): string {
  if (!known(share)) return DASH;
  const smallest = 10 ** -decimals;
  const value = share * 100;
  if (value > 0 && value < smallest / 2) return `<${THIN}${digits(smallest, decimals)}${THIN}%`;
  if (value < 100 && value >= 100 - smallest / 2) return `>${THIN}${digits(100 - smallest, decimals)}${THIN}%`;
  return `${digits(value, decimals)}${THIN}%`;
}

/** A count: 5,832. */
export const count = (value: Maybe): string => (known(value) ? digits(Math.round(value), 0) : DASH);

/** A large number in three digits: 310, 2.7 k, 86 k, 1.24 M. */
export function compact(value: Maybe): string {
  if (!known(value)) return DASH;
  const steps: [number, string][] = [
    [1e9, "G"],
    [1e6, "M"],
    [1e3, "k"],
  ];
  // 999,600 would print as "1000 k": choose the step after rounding to three digits.
  const rounded = Number(value.toPrecision(3));
  const step = steps.find(([size]) => Math.abs(rounded) >= size);
  const scaled = step ? rounded / step[0] : rounded;
  const text = Math.abs(scaled).toLocaleString("en-US", { maximumSignificantDigits: 3 });
  return `${rounded < 0 ? MINUS : ""}${text}${step ? THIN + step[1] : ""}`;
}

/** A value with its unit: 33 bikes, 480 ms, 61 %. No space before a degree sign. */
export function withUnit(text: string, unit: string | null | undefined): string {
  if (!unit || text === DASH) return text;
  return unit === "°" ? text + unit : text + THIN + unit;
}

/** An interval with an en dash: 0.666–0.744. */
export function range(low: Maybe, high: Maybe, format: (value: Maybe) => string = metric): string {
  return known(low) && known(high) ? `${format(low)}–${format(high)}` : DASH;
}

/** Seconds in at most `parts` units: 12 s, 24 min, 3 h, 2 d 14 h, 61 d. Below one second in ms. */
export function duration(seconds: Maybe, parts: 1 | 2 = 2): string {
  if (!known(seconds)) return DASH;
  const total = Math.abs(seconds);
  if (total > 0 && total < 1) return `${digits(Math.round(total * 1000), 0)}${THIN}ms`;
  const steps: [number, string][] = [
    [DAY, "d"],
    [HOUR, "h"],
    [MINUTE, "min"],
    [1, "s"],
  ];
  const at = Math.max(
    0,
    steps.findIndex(([size]) => total >= size),
  );
  const [size, unit] = total < 1 ? [1, "s"] : (steps[at] ?? [1, "s"]);
  const whole = Math.floor(total / size);
  const first = `${digits(whole, 0)}${THIN}${unit}`;
  const next = steps[at + 1];
  // From 30 days on hours say nothing, and seconds beside minutes never do.
  if (parts === 1 || !next || next[1] === "s" || (unit === "d" && whole >= 30)) return first;
  const rest = Math.floor((total - whole * size) / next[0]);
  return rest === 0 ? first : `${first} ${rest}${THIN}${next[1]}`;
}

/** How long ago or until: 24 min ago, in 3 h, now. Both are epoch milliseconds or ISO instants. */
export function relativeTime(at: string | number | Date | null | undefined, now: string | number | Date): string {
  if (at === null || at === undefined) return DASH;
  const seconds = (new Date(now).getTime() - new Date(at).getTime()) / 1000;
  if (!Number.isFinite(seconds)) return DASH;
  if (Math.abs(seconds) < 1) return "now";
  return seconds > 0 ? `${duration(seconds, 1)} ago` : `in ${duration(-seconds, 1)}`;
}

type Moment = string | number | Date | null | undefined;
type Parts = { year: number; month: number; day: number; hour: string; minute: string; second: string; weekday: number };

/** Calendar parts in a zone. Month names are ours: the platform's British "Sept" differs by version. */
function partsIn(at: Exclude<Moment, null | undefined>, timeZone: string): Parts | null {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return null;
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
  const found = new Map(format.formatToParts(moment).map((part) => [part.type, part.value]));
  const [year, month, day] = [Number(found.get("year")), Number(found.get("month")), Number(found.get("day"))];
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return {
    year,
    month,
    day,
    weekday,
    hour: found.get("hour") ?? "",
    minute: found.get("minute") ?? "",
    second: found.get("second") ?? "",
  };
}

function inZone(at: Moment, timeZone: string, write: (parts: Parts) => string): string {
  if (at === null || at === undefined) return DASH;
  const parts = partsIn(at, timeZone);
  return parts ? write(parts) : DASH;
}
const monthName = (month: number): string => MONTHS[month - 1] ?? "";

/** 8 Apr 2022, 02:04 */
export const dateTime = (at: Moment, timeZone: string): string =>
  inZone(at, timeZone, (p) => `${p.day} ${monthName(p.month)} ${p.year}, ${p.hour}:${p.minute}`);
/** Fri 8 Apr, 02:04: for what is at most some months old. */
export const weekdayTime = (at: Moment, timeZone: string): string =>
  inZone(at, timeZone, (p) => `${WEEKDAYS[p.weekday]} ${p.day} ${monthName(p.month)}, ${p.hour}:${p.minute}`);
/** 8 Apr 2022 */
export const date = (at: Moment, timeZone: string): string => inZone(at, timeZone, (p) => `${p.day} ${monthName(p.month)} ${p.year}`);
/** 02:04 */
export const clock = (at: Moment, timeZone: string): string => inZone(at, timeZone, (p) => `${p.hour}:${p.minute}`);
/** 02:04:07 */
export const clockSeconds = (at: Moment, timeZone: string): string => inZone(at, timeZone, (p) => `${p.hour}:${p.minute}:${p.second}`);
/** Oct 2020 */
export const monthYear = (at: Moment, timeZone: string): string => inZone(at, timeZone, (p) => `${monthName(p.month)} ${p.year}`);

/** Oct 2020 – May 2021; one label where both ends say the same. */
export function period(from: Moment, to: Moment, write: (at: Moment) => string): string {
  const [start, end] = [write(from), write(to)];
  return start === end ? start : `${start} – ${end}`;
}

/**
 * Labels of windows on a time axis, from their starts in order. What changes is written, once:
 * months "Oct ’20, Nov, Dec, Jan ’21", days "31 Dec, 1 Jan ’22", hours "09:00" with the day where it changes.
 */
export function axisLabels(starts: readonly string[], step: "month" | "day" | "hour", timeZone: string): string[] {
  let before: Parts | null = null;
  return starts.map((start) => {
    const parts = partsIn(start, timeZone);
    if (!parts) return DASH;
    const first = before === null;
    const newYear = before === null || before.year !== parts.year;
    const newDay = before === null || before.day !== parts.day || before.month !== parts.month;
    before = parts;
    const month = monthName(parts.month);
    const year = ` ’${String(parts.year % 100).padStart(2, "0")}`;
    if (step === "month") return newYear ? month + year : month;
    if (step === "day") return `${parts.day} ${month}${newYear && !first ? year : ""}`;
    return newDay ? `${parts.day} ${month}` : `${parts.hour}:${parts.minute}`;
  });
}
