import "server-only";
import { z } from "zod";
import { prisma } from "#lib/db/client";
import { writeKpiValues } from "#lib/db/kpi-values";
import { readFormulas } from "#lib/db/kpis";
import { seriesKey } from "#lib/domain/alerts/instance";
import { AppError } from "#lib/domain/errors";
import type { Kpi } from "#lib/domain/kpis/kpi";
import { KpiValueInput } from "#lib/domain/kpis/kpi-value";
import { auditIn } from "../audit/emit.ts";
import type { Context } from "../context.ts";
import { type BulkBody, BulkBodyInput, limitedText } from "../http/limited-text.ts";
import { operation, parseInput } from "../operation.ts";
import { count } from "../service/counters.ts";
import { findKpi } from "./find-kpi.ts";
import { csvValues, ndjsonValues, type ReadValues } from "./value-lines.ts";

const maximumBytes = 32_000_000;

/** One JSON value is right or refused; a list of lines keeps the right ones. */
async function readBody(body: BulkBody): Promise<ReadValues> {
  const text = await limitedText(body, maximumBytes);
  if (/ndjson/i.test(body.contentType)) return ndjsonValues(text);
  if (/csv/i.test(body.contentType)) return csvValues(text);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new AppError("invalid", "The body is not JSON. Send several values as application/x-ndjson, one a line.");
  }
  const values = Array.isArray(json) ? parseInput(z.array(KpiValueInput), json) : [parseInput(KpiValueInput, json)];
  return { values, rejected: 0, errors: [] };
}

/** Every KPI whose value may change with this one: itself and the formulas above it. */
async function standingOn(ctx: Pick<Context, "db">, kpi: Kpi): Promise<string[]> {
  const formulas = await readFormulas(ctx.db);
  const slugs = new Set([kpi.slug]);
  const ids = new Set([kpi.id]);
  for (let size = 0; size < slugs.size; ) {
    size = slugs.size;
    for (const formula of formulas.filter(({ inputs }) => inputs.some((input) => slugs.has(input)))) {
      slugs.add(formula.slug);
      ids.add(formula.id);
    }
  }
  return [...ids];
}

export const pushKpiValues = operation({
  permission: "kpi:write",
  effect: "stream",
  summary: "Send values of a pushed KPI: one as JSON, many as NDJSON or CSV; a later value for the same time replaces the earlier one",
  input: z.object({ slug: z.string(), body: BulkBodyInput }),
  output: z.object({
    accepted: z.number().int(),
    rejected: z.number().int(),
    errors: z.array(z.object({ line: z.number().int(), code: z.string(), path: z.string(), message: z.string() })),
  }),
  run: async ({ ctx, input }) => {
    const kpi = await findKpi(ctx, input.slug);
    if (kpi.query.kind !== "pushed")
      throw new AppError("invalid", `${kpi.slug} is worked out from other data; only pushed KPIs take values.`);
    const { values, rejected, errors } = await readBody(input.body);
    const ids = await standingOn(ctx, kpi);
    await prisma().$transaction(async (tx) => {
      const stored = values.map((value) => ({ ...value, series: seriesKey(value.labels) }));
      await writeKpiValues(tx, kpi.id, stored, ctx.now);
      // The rules that see this value are due now; one that is being evaluated runs once more.
      await tx.alertRule.updateMany({
        where: { kpiId: { in: ids }, enabled: true, nextEvaluationAt: { gt: ctx.now } },
        data: { nextEvaluationAt: ctx.now },
      });
      // What a person enters is a decision and is kept; what a script sends all day is data.
      if (ctx.actor.kind === "user")
        await auditIn(tx, ctx, {
          action: "kpi.push",
          noun: "kpi",
          id: kpi.id,
          name: kpi.slug,
          after: { accepted: values.length, first: values[0] },
        });
    });
    count("modelwatch_kpi_values_total", {}, values.length);
    return { accepted: values.length, rejected, errors };
  },
});
