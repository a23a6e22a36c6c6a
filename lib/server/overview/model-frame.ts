import "server-only";
import { z } from "zod";
import { readVersions } from "#lib/db/model-versions";
import { pool } from "#lib/db/pool";
import { readExtent, readSegmentKeys } from "#lib/db/telemetry/read-profiles";
import { readVersionSpans } from "#lib/db/telemetry/version-spans";
import type { ModelFrame } from "#lib/domain/models/model-frame";
import { findModel } from "../models/find-model.ts";
import { operation } from "../operation.ts";

export const readModelFrame = operation({
  permission: "model:read",
  effect: "read",
  summary: "Which data a model has: its newest rows, versions in use, segments",
  input: z.object({ slug: z.string().max(100) }),
  run: async ({ ctx, input }): Promise<ModelFrame> => {
    const model = await findModel(ctx, input.slug);
    const [extent, spans, keys, versions] = await Promise.all([
      readExtent(pool(), model.number),
      readVersionSpans(pool(), model.number),
      readSegmentKeys(pool(), model.number),
      readVersions(ctx.db, model.id),
    ]);
    const names = new Map(versions.map(({ number, version }) => [number, version]));
    const iso = (ms: number) => new Date(ms).toISOString();
    return {
      data: extent ? { first: iso(extent.fromMs), last: iso(extent.lastMs) } : null,
      versions: spans
        .sort((a, b) => a.firstMs - b.firstMs)
        .flatMap(({ version, firstMs, lastMs, rows, labelled }) => {
          const name = names.get(version);
          return name === undefined ? [] : [{ version: name, firstRow: iso(firstMs), lastRow: iso(lastMs), rows, labelled }];
        }),
      segments: keys.map(({ name, value }) => `${name}:${value}`),
    };
  },
});
