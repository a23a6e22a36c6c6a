import type { Command } from "./command.ts";
import { check } from "./commands/check.ts";
import { demoLive } from "./commands/demo-live.ts";
import { demoLoad } from "./commands/demo-load.ts";
import { doctor } from "./commands/doctor.ts";
import { importLabels, importPredictions, importReference } from "./commands/import.ts";
import { migrateCommand } from "./commands/migrate.ts";
import { modelCreate } from "./commands/model-create.ts";
import { tokenCreate } from "./commands/token-create.ts";
import { userCreate } from "./commands/user-create.ts";

/** Every command of the command line: one line each. */
export const commands: readonly Command[] = [
  tokenCreate,
  userCreate,
  modelCreate,
  importPredictions,
  importLabels,
  importReference,
  check,
  migrateCommand,
  doctor,
  demoLoad,
  demoLive,
];
