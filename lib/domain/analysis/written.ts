/** A metric as sentences write it: three decimals below 10, one below 1,000, none above; a true minus. */
export function written(value: number): string {
  const size = Math.abs(value);
  const decimals = size < 10 ? 3 : size < 1000 ? 1 : 0;
  const text = size.toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

export const writtenCount = (value: number): string => Math.round(value).toLocaleString("en-US");
