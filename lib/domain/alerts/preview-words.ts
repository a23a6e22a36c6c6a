import type { PreviewAnswer } from "./preview-answer.ts";

/** "In the last 30 days it would have fired 3 times, longest 2 d, flapping 10 %." */
export function previewSentence(summary: PreviewAnswer["summary"], period: string, duration: (seconds: number) => string): string {
  if (summary.episodes === 0) return `${period} it would not have fired.`;
  const times = summary.episodes === 1 ? "once" : `${summary.episodes} times`;
  const longest = summary.longestSeconds > 0 ? `, longest ${duration(summary.longestSeconds)}` : "";
  const flapping = summary.flapPercent >= 1 ? `, flapping ${Math.round(summary.flapPercent)} %` : "";
  return `${period} it would have fired ${times}${longest}${flapping}.`;
}
