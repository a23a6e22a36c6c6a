import { THIN } from "./format.ts";

const steps: [number, string][] = [
  [1e9, "GB"],
  [1e6, "MB"],
  [1e3, "KB"],
];

/** The size of a file: 812 B, 12.4 MB, 1.2 GB. */
export function bytes(count: number): string {
  // 999,960 would be written as 1,000.0 KB: the step is chosen after rounding.
  const step = steps.find(([size]) => Math.round((count / size) * 10) >= 10);
  if (!step) return `${count}${THIN}B`;
  const scaled = count / step[0];
  return `${scaled.toLocaleString("en-US", { maximumFractionDigits: scaled < 100 ? 1 : 0 })}${THIN}${step[1]}`;
}
