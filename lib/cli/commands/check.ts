import { AppError } from "#lib/domain/errors";
import { checkData } from "#lib/server/service/check-data";
import type { Command } from "../command.ts";

const shown = 20;

export const check: Command = {
  name: "check",
  usage: "check",
  summary: "Counts all rows anew and compares with what is stored; prints ok or what is wrong.",
  options: {},
  run: async ({ io }) => {
    const answer = await checkData(io.caller(), { onModel: (slug: string) => io.note(`checking ${slug} …`) });
    if (answer.findings.length === 0) return { ok: true, models: answer.models };
    const lines = answer.findings.slice(0, shown).map(({ model, window, difference }) => `${model} ${window}: ${difference}`);
    throw new AppError("internal", `${answer.findings.length} differences\n${lines.join("\n")}`);
  },
  print: (_answer, io) => io.out("ok"),
};
