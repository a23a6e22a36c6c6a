import { migrateDatabase } from "#lib/server/service/migrate-database";
import type { Command } from "../command.ts";

export const migrateCommand: Command = {
  name: "migrate",
  usage: "migrate",
  summary: "Brings the database to this version's tables.",
  options: {},
  run: async ({ io }) => ({ applied: await migrateDatabase(io.env) }),
  print: (answer, io) => {
    const applied =
      typeof answer === "object" && answer !== null && "applied" in answer && Array.isArray(answer.applied) ? answer.applied : [];
    io.out(applied.length ? `applied ${applied.join(", ")}` : "up to date");
  },
};
