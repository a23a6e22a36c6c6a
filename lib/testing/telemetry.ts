import { prisma } from "#lib/db/client";
import { modelInclude, toModel } from "#lib/db/models";
import { pool } from "#lib/db/pool";
import type { Model, Task } from "#lib/domain/models/model";
import { randomModel } from "./random-events.ts";

/** A stored model of a task with the schema of `randomEvents`, in a team of its own. */
export async function storedModel(task: Task, slug: string, timeZone = "UTC"): Promise<Model> {
  const team = await prisma().team.upsert({ where: { slug: "default" }, create: { slug: "default", name: "Default team" }, update: {} });
  const { schema, decisionThreshold, positiveLabel } = randomModel(task);
  const row = await prisma().model.create({
    data: {
      slug,
      name: slug,
      task,
      teamId: team.id,
      criticality: "medium",
      schema: JSON.parse(JSON.stringify(schema)),
      decisionThreshold,
      positiveLabel: typeof positiveLabel === "boolean" ? positiveLabel : positiveLabel,
      labelDelaySeconds: 0,
      window: "1h",
      timeZone,
      minimumRows: 200,
      minimumLabelCoverage: 0,
      store: { kind: "postgres" },
    },
    include: modelInclude,
  });
  return toModel(row);
}

export const closeTestDatabase = () => pool().end();
