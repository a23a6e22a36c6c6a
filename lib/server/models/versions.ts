import "server-only";
import { z } from "zod";
import { insertVersion, readVersion, readVersions, writeVersion } from "#lib/db/model-versions";
import { AppError } from "#lib/domain/errors";
import { VersionInput, VersionPatch } from "#lib/domain/models/version";
import { operation } from "../operation.ts";
import { findModel } from "./find-model.ts";
import { makeRoomForChampion } from "./make-room-for-champion.ts";
import { VersionOutput } from "./version-output.ts";

export const listVersions = operation({
  permission: "model:read",
  effect: "read",
  summary: "Versions of a model, the newest first",
  input: z.object({ slug: z.string() }),
  output: z.object({ items: z.array(VersionOutput), nextCursor: z.null() }),
  run: async ({ ctx, input }) => ({ items: await readVersions(ctx.db, (await findModel(ctx, input.slug)).id), nextCursor: null }),
});

export const createVersion = operation({
  permission: "model:write",
  effect: "write",
  summary: "Register a version; a new champion retires the old one",
  input: VersionInput.extend({ slug: z.string() }),
  output: VersionOutput,
  run: async ({ ctx, input: { slug, ...input } }) => {
    const model = await findModel(ctx, slug);
    if (await readVersion(ctx.db, model.id, input.version))
      throw new AppError(
        "conflict",
        `The version ${input.version} of ${model.slug} exists already. Change it with PATCH …/versions/${input.version}.`,
      );
    if (input.stage === "champion") await makeRoomForChampion(ctx, model, input.version);
    const version = await insertVersion(ctx.db, model.id, input, ctx.now);
    await ctx.audit({
      action: "version.create",
      noun: "version",
      id: version.id,
      name: `${model.slug} ${version.version}`,
      after: version,
    });
    return version;
  },
});

export const updateVersion = operation({
  permission: "model:write",
  effect: "write",
  summary: "Change a version's stage or notes; a new champion retires the old one",
  input: VersionPatch.extend({ slug: z.string(), version: z.string() }),
  output: VersionOutput,
  run: async ({ ctx, input: { slug, version: name, ...patch } }) => {
    const model = await findModel(ctx, slug);
    const before = await readVersion(ctx.db, model.id, name);
    if (!before) throw new AppError("not_found", `Model ${model.slug} has no version ${name}.`);
    if (patch.stage === "champion") await makeRoomForChampion(ctx, model, name);
    const after = await writeVersion(ctx.db, before.id, patch);
    await ctx.audit({ action: "version.update", noun: "version", id: after.id, name: `${model.slug} ${after.version}`, before, after });
    return after;
  },
});
