import "server-only";

/** Microseconds since 1970 to RFC 3339, to the last digit: the timestamp is part of what makes an event unique. */
function instantText(micros: bigint): string {
  const below = ((micros % 1_000_000n) + 1_000_000n) % 1_000_000n;
  const time = new Date(Number((micros - below) / 1000n));
  // beyond what a date can be: left as a number, which no time field accepts
  if (Number.isNaN(time.getTime())) return String(micros);
  return `${time.toISOString().slice(0, -5)}.${String(below).padStart(6, "0")}Z`;
}

/** How hyparquet shall hand out times: as text instead of dates, which hold milliseconds only. */
export const textTimes = {
  timestampFromMilliseconds: (millis: bigint | number | null | undefined) =>
    millis == null ? millis : instantText(BigInt(millis) * 1000n),
  timestampFromMicroseconds: (micros: bigint | number | null | undefined) => (micros == null ? micros : instantText(BigInt(micros))),
  timestampFromNanoseconds: (nanos: bigint | number | null | undefined) => (nanos == null ? nanos : instantText(BigInt(nanos) / 1000n)),
  dateFromDays: (days: number | null | undefined) => (days == null ? days : instantText(BigInt(days) * 86_400_000_000n).slice(0, 10)),
};

const isSafe = (value: bigint) => value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER);

/**
 * A value of a Parquet file as JSON would have it. A whole number too large for a double stays exact as text where `exact` asks for it (ids).
 * NaN is how data frames write "missing".
 */
export function plainValue(value: unknown, exact = false): unknown {
  if (typeof value === "bigint") return isSafe(value) || !exact ? Number(value) : String(value);
  if (typeof value === "number") return Number.isNaN(value) ? null : value;
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (Array.isArray(value)) return value.map((element) => plainValue(element));
  if (ArrayBuffer.isView(value)) return "(binary)";
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, plainValue(field)]));
}
