import "server-only";
import { AppError } from "#lib/domain/errors";
import type { KpiQuery } from "#lib/domain/kpis/registry";
import type { Model } from "#lib/domain/models/model";
import type { Context } from "../context.ts";
import { findModel } from "../models/find-model.ts";

/** The model that a KPI is about: the one it reads where it reads one, else the one that was named, if any. */
export async function subjectOf(
  ctx: Pick<Context, "db" | "scope">,
  query: KpiQuery,
  named: string | null | undefined,
): Promise<Model | null> {
  const read = query.kind === "model" ? query.model : null;
  if (read && named && named !== read) {
    const message = `This KPI shows a metric of ${read}, so it cannot belong to ${named}.`;
    throw new AppError("invalid", message, { errors: [{ path: "model", message }] });
  }
  const slug = read ?? named;
  return slug ? findModel(ctx, slug) : null;
}
