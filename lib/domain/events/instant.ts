const days = new Map<string, number>();

const two = (text: string, at: number): number => {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens < 10 && ones >= 0 && ones < 10 ? tens * 10 + ones : Number.NaN;
};

/** Midnight of a date in microseconds; NaN for a day that does not exist. Dates repeat, so they are remembered. */
function midnight(day: string): number {
  const known = days.get(day);
  if (known !== undefined) return known;
  const ms = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  const exact = Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== day ? Number.NaN : ms * 1000;
  if (days.size > 20_000) days.clear();
  days.set(day, exact);
  return exact;
}

/**
 * RFC 3339 to whole microseconds since 1970; also with a space for the T and without a zone (then UTC), as tables write it.
 * Further digits are cut off. NaN when it is not a time.
 */
export function instantMicros(text: string): number {
  const length = text.length;
  if (length === 10) return midnight(text);
  if (length < 19 || text[13] !== ":" || text[16] !== ":") return Number.NaN;
  const separator = text[10];
  if (separator !== "T" && separator !== " " && separator !== "t") return Number.NaN;
  const [hour, minute, second] = [two(text, 11), two(text, 14), two(text, 17)];
  if (!(hour < 24 && minute < 60 && second < 61)) return Number.NaN;
  let micros = midnight(text.slice(0, 10)) + ((hour * 60 + minute) * 60 + second) * 1e6;
  let at = 19;
  if (text[at] === ".") {
    let unit = 100_000;
    for (at = 20; at < length; at++) {
      const digit = text.charCodeAt(at) - 48;
      if (digit < 0 || digit > 9) break;
      micros += digit * Math.floor(unit);
      unit /= 10;
    }
    if (at === 20) return Number.NaN;
  }
  const zone = text.slice(at);
  if (zone === "" || zone === "Z" || zone === "z") return micros;
  if (!/^[+-]([01]\d|2[0-3]):?[0-5]\d$/.test(zone)) return Number.NaN;
  const offset = (two(zone, 1) * 60 + two(zone, zone.length - 2)) * 60e6;
  return zone[0] === "-" ? micros + offset : micros - offset;
}
