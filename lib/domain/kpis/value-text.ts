const digits = (value: number, significant: number): string =>
  (Object.is(value, -0) ? 0 : value).toLocaleString("en-US", { maximumSignificantDigits: significant }).replace("-", "−");

const usual = (value: number) => (Math.abs(value) < 1 ? 3 : 4);

const withUnit = (text: string, unit: string) => (unit === "" ? text : `${text} ${unit}`);

/** A value in a sentence: three significant digits below 1, four from there on, its unit behind it. */
export const valueText = (value: number, unit: string): string => withUnit(digits(value, usual(value)), unit);

/** A value and a limit as texts that differ wherever the numbers do: "0.7499" misses "0.75", and no sentence says "0.75, below 0.75". */
export function valueAndLimit(value: number, limit: number, unit: string): { value: string; limit: string } {
  for (let extra = 0; extra <= 12; extra++) {
    const texts = { value: digits(value, usual(value) + extra), limit: digits(limit, usual(limit) + extra) };
    if (texts.value !== texts.limit || value === limit) return { value: withUnit(texts.value, unit), limit: withUnit(texts.limit, unit) };
  }
  return { value: withUnit(String(value), unit), limit: withUnit(String(limit), unit) };
}
