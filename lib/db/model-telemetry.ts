import "server-only";
import type { Model } from "#lib/domain/models/model";
import { specWithoutReference } from "#lib/domain/profile/freeze";
import { inTransaction, withConnection } from "./telemetry/connection.ts";
import { eraseModel } from "./telemetry/erase.ts";
import { scheduleFullRecount } from "./telemetry/recount.ts";
import { freezeReference } from "./telemetry/reference-profiles.ts";
import { writeSpec } from "./telemetry/specs.ts";

/**
 * What counting does for a model that has changed its meaning: the reference is frozen anew for it, and everything is counted again.
 * `write` stores the model itself, on its own connection, before this is committed: when it fails, nothing has changed.
 */
export const recountChangedModel = <T>(model: Model, reason: string, write: () => Promise<T>): Promise<T> =>
  withConnection((client) =>
    inTransaction(client, async () => {
      if (model.reference) await freezeReference(client, model, model.reference);
      else await writeSpec(client, model.number, null, specWithoutReference(model));
      await scheduleFullRecount(client, model, reason);
      return write();
    }),
  );

/** Removes what was counted and stored for a model, together with `write`, which removes the model itself. */
export const eraseModelTelemetry = <T>(model: number, references: readonly number[], write: () => Promise<T>): Promise<T> =>
  withConnection((client) =>
    inTransaction(client, async () => {
      await eraseModel(client, model, references);
      return write();
    }),
  );
