import { signed, metric as writeMetric } from "#lib/client/format";
import { type WindowFrame, windowWhen } from "#lib/client/window-points";
import type { PerformanceAnswer } from "#lib/domain/analysis/answers/performance";

type Side = { name: string; answer: Pick<PerformanceAnswer, "windows"> };

/** Which of two versions is ahead in the selected window, and whether their intervals part them. */
export function compareSummary(
  name: string,
  [a, b]: readonly [Side, Side],
  metric: string,
  selected: string | null,
  frame: WindowFrame,
): string {
  const at = (side: Side) => side.answer.windows.find(({ start }) => start === selected)?.metrics[metric];
  const [ours, theirs] = [at(a), at(b)];
  if (selected === null || ours?.value == null || theirs?.value == null)
    return `The two have no window in common in which ${name} is known for both.`;
  const difference = ours.value - theirs.value;
  const apart =
    ours.low !== null && ours.high !== null && theirs.low !== null && theirs.high !== null
      ? ours.high < theirs.low || theirs.high < ours.low
        ? "; their intervals do not touch"
        : "; their intervals overlap, so this may be chance"
      : "";
  return `${name} ${windowWhen(selected, frame)}: ${writeMetric(ours.value)} for ${a.name}, ${writeMetric(theirs.value)} for ${b.name}, a difference of ${signed(difference)}${apart}.`;
}
