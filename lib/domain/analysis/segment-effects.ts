/** One segment before and after: sum of the metric and rows. */
export type SegmentChange = { reference: { total: number; rows: number }; current: { total: number; rows: number } };

export type SegmentEffect = { mix: number; rate: number; contribution: number };

/**
 * Splits the change of a mean over segments that part the rows. For a segment with shares w₀, w₁ and values m₀, m₁:
 * rate = ½(w₀ + w₁)·(m₁ − m₀), it became better or worse; mix = (w₁ − w₀)·(½(m₀ + m₁) − M), it became more or less frequent, with M the
 * mean of both wholes. All contributions together are the whole change. A segment that one side lacks has no rate effect. Null where a side
 * has no rows at all.
 */
export function segmentEffects(segments: readonly SegmentChange[]): { change: number; effects: SegmentEffect[] } | null {
  const rows = (side: "reference" | "current") => segments.reduce((total, segment) => total + segment[side].rows, 0);
  const sum = (side: "reference" | "current") => segments.reduce((total, segment) => total + segment[side].total, 0);
  const [before, after] = [rows("reference"), rows("current")];
  if (before === 0 || after === 0) return null;
  const [wholeBefore, wholeAfter] = [sum("reference") / before, sum("current") / after];
  const centre = (wholeBefore + wholeAfter) / 2;
  const effects = segments.map(({ reference, current }): SegmentEffect => {
    if (reference.rows + current.rows === 0) return { mix: 0, rate: 0, contribution: 0 };
    const [w0, w1] = [reference.rows / before, current.rows / after];
    const m0 = reference.rows > 0 ? reference.total / reference.rows : current.total / current.rows;
    const m1 = current.rows > 0 ? current.total / current.rows : m0;
    const rate = ((w0 + w1) / 2) * (m1 - m0);
    const mix = (w1 - w0) * ((m0 + m1) / 2 - centre);
    return { mix, rate, contribution: mix + rate };
  });
  return { change: wholeAfter - wholeBefore, effects };
}
