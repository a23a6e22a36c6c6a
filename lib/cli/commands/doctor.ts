import { z } from "zod";
import { AppError } from "#lib/domain/errors";
import { examine } from "#lib/server/service/examine";
import type { Command } from "../command.ts";

const Found = z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() }));
const lines = (found: z.infer<typeof Found>) =>
  found.map(({ name, ok, detail }) => `${ok ? "ok  " : "FAIL"} ${name}: ${detail}`).join("\n");

export const doctor: Command = {
  name: "doctor",
  usage: "doctor",
  summary: "Looks at database, worker, backlog and disk.",
  options: {},
  run: async ({ io }) => {
    const found = await examine(io.caller().now);
    if (found.some(({ ok }) => !ok)) throw new AppError("unavailable", `something is not right\n${lines(found)}`);
    return found;
  },
  print: (answer, io) => io.out(lines(Found.parse(answer))),
};
