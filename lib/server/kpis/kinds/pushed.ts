import "server-only";
import { readKpiValues, readNewestKpiValues, type StoredValue } from "#lib/db/kpi-values";
import { AppError } from "#lib/domain/errors";
import { sumUpPoints } from "#lib/domain/kpis/sum-up-points";
import type { KpiReader } from "../reader.ts";
import { windowSeconds } from "../window-seconds.ts";

const mostValues = 200_000;
/** A sender's clock may be ahead of ours a little; what is further ahead is a forecast, not the present. */
const clockSkew = 300_000;

export const pushedReader: KpiReader<"pushed"> = {
  lines: async ({ ctx, kpi, query, range }) => {
    const from = new Date(range.starts[0] ?? range.from);
    const values = await readKpiValues(ctx.db, kpi.id, { from, to: new Date(range.to), limit: mostValues + 1 });
    if (values.length > mostValues)
      throw new AppError("too_large", `${kpi.slug} has more than ${mostValues} values in this range. Choose a shorter one.`);
    return [...Map.groupBy(values, ({ series }) => series).values()].map((series) => ({
      labels: series[0]?.labels ?? {},
      values: sumUpPoints(series.map(toPoint), range.starts, query.aggregate),
    }));
  },
  latest: async ({ ctx, kpi, now }) => {
    const range = { from: new Date(now.getTime() - windowSeconds[kpi.window] * 1000), to: new Date(now.getTime() + clockSkew) };
    return (await readNewestKpiValues(ctx.db, kpi.id, range)).map(({ labels, time, value }) => ({ labels, time, value, reason: null }));
  },
};

const toPoint = ({ time, value }: StoredValue) => ({ time: time.getTime(), value });
