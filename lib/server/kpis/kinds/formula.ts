import "server-only";
import { combineSeries } from "#lib/domain/kpis/combine-series";
import { type Expression, parseFormula } from "#lib/domain/kpis/formula";
import type { KpiReader } from "../reader.ts";

/** What was stored was checked; a formula that no longer parses has no values. */
const expressionOf = (text: string): Expression | null => {
  const parsed = parseFormula(text);
  return parsed.ok ? parsed.expression : null;
};

export const formulaReader: KpiReader<"formula"> = {
  lines: async ({ query, range, others }) => {
    const expression = expressionOf(query.expression);
    if (!expression) return [];
    const inputs = await Promise.all(
      Object.entries(query.inputs).map(async ([name, slug]) => [name, await others.lines(slug, range)] as const),
    );
    if (inputs.some(([, lines]) => lines.length === 0)) return [];
    return combineSeries(expression, new Map(inputs), range.starts.length).map(({ labels, results }) => ({
      labels,
      values: results.map(({ value }) => value),
    }));
  },
  latest: async ({ query, now, others }) => {
    const expression = expressionOf(query.expression);
    if (!expression) return [];
    const inputs = await Promise.all(
      Object.entries(query.inputs).map(async ([name, slug]) => [name, await others.latest(slug, now)] as const),
    );
    const aligned = inputs.map(([name, list]) => [name, list.map(({ labels, value }) => ({ labels, values: [value] }))] as const);
    // A result is as old as the oldest value it stands on.
    const times = inputs.flatMap(([, list]) => list.flatMap(({ time }) => (time ? [time.getTime()] : [])));
    const time = times.length > 0 ? new Date(times.reduce((least, at) => Math.min(least, at))) : null;
    return combineSeries(expression, new Map(aligned), 1).flatMap(({ labels, results }) =>
      results.map((result) => ({ labels, time, ...result })),
    );
  },
};
