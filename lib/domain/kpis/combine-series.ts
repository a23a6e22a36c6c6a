import { type Expression, evaluateFormula, type FormulaValue } from "./formula.ts";

/** One series of an input, aligned with those of all others. */
export type Aligned = { labels: Record<string, string>; values: readonly (number | null)[] };
export type Combined = { labels: Record<string, string>; results: FormulaValue[] };

const keyOf = (labels: Record<string, string>) =>
  JSON.stringify(Object.fromEntries(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1))));

/**
 * Works a formula out at each of `count` places. Inputs with labels are matched by equal labels; an input without labels
 * stands beside each of them. Where one input has no such series, the result is absent.
 */
export function combineSeries(expression: Expression, inputs: ReadonlyMap<string, readonly Aligned[]>, count: number): Combined[] {
  const labelled = new Map<string, Record<string, string>>();
  const byInput = [...inputs].map(([name, list]) => {
    for (const { labels } of list) if (Object.keys(labels).length > 0) labelled.set(keyOf(labels), labels);
    return [name, new Map(list.map((series) => [keyOf(series.labels), series.values]))] as const;
  });
  const keys = labelled.size > 0 ? [...labelled] : [["{}", {}] as const];
  return keys.map(([key, labels]) => {
    const own = byInput.map(([name, series]) => [name, series.get(key) ?? series.get("{}")] as const);
    const at = (place: number) => new Map(own.map(([name, values]) => [name, values?.[place] ?? null]));
    return { labels: { ...labels }, results: Array.from({ length: count }, (_, place) => evaluateFormula(expression, at(place))) };
  });
}

/** Whether a formula would stand on itself: the way round the circle by slugs, or null. `inputsOf` knows every other formula. */
export function circleThrough(slug: string, inputs: readonly string[], inputsOf: ReadonlyMap<string, readonly string[]>): string[] | null {
  const seen = new Set<string>();
  const walk = (at: string, path: string[]): string[] | null => {
    if (at === slug) return [...path, at];
    if (seen.has(at)) return null;
    seen.add(at);
    for (const next of inputsOf.get(at) ?? []) {
      const found = walk(next, [...path, at]);
      if (found) return found;
    }
    return null;
  };
  for (const input of inputs) {
    const found = walk(input, [slug]);
    if (found) return found;
  }
  return null;
}
