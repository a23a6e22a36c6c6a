import { prisma } from "#lib/db/client";
import { readModel } from "#lib/db/models";
import { inTransaction, withConnection } from "#lib/db/telemetry/connection";
import { countModel } from "#lib/db/telemetry/counter";
import { ingestEvents } from "#lib/db/telemetry/ingest-events";
import { ingestLabels } from "#lib/db/telemetry/ingest-labels";
import { freezeReference } from "#lib/db/telemetry/reference-profiles";
import { writeReferenceRows } from "#lib/db/telemetry/reference-rows";
import type { EventRow } from "#lib/domain/events/event";
import type { Model } from "#lib/domain/models/model";

/** The model as it is stored now. */
export async function storedModelBySlug(slug: string): Promise<Model> {
  const model = await readModel(prisma(), { teamId: null }, slug);
  if (!model) throw new Error(`There is no model ${slug}.`);
  return model;
}

/** Stores rows as predictions of one version, and counts nothing yet. */
export const storeEvents = (model: Model, rows: readonly EventRow[], version = "v1"): Promise<unknown> =>
  withConnection((client) =>
    inTransaction(client, () =>
      ingestEvents(
        client,
        model,
        rows.map((row) => ({ ...row, version })),
      ),
    ),
  );

/** Stores the labels of rows, for every event with their id. */
export const storeLabels = (model: Model, rows: readonly EventRow[]): Promise<unknown> =>
  withConnection((client) =>
    inTransaction(client, () =>
      ingestLabels(
        client,
        model,
        rows.flatMap(({ id, label }) => (label === null ? [] : [{ id, version: null, atMicros: null, label }])),
      ),
    ),
  );

/** Freezes rows as the model's next reference. */
export async function storeReference(model: Model, rows: readonly EventRow[]): Promise<void> {
  const version = (model.reference?.version ?? 0) + 1;
  const reference = await prisma().reference.create({
    data: { modelId: model.id, version, rows: rows.length, spec: {}, origin: { kind: "upload" }, createdBy: "test" },
  });
  await withConnection((client) =>
    inTransaction(client, async () => {
      await writeReferenceRows(client, reference.number, 0, rows);
      await freezeReference(client, model, reference);
    }),
  );
  await prisma().model.update({ where: { id: model.id }, data: { referenceId: reference.id } });
}

/** Counts everything that waits. */
export async function countEverything(model: Model): Promise<void> {
  while ((await countModel(model))?.more !== false);
}
