import { z } from "zod";
import { createToken } from "#lib/server/tokens/create";
import { type Command, optional, required } from "../command.ts";

const Answer = z.object({ token: z.string() });

/** Prints the token alone, so that a script can keep it in a variable. */
export const tokenCreate: Command = {
  name: "token create",
  usage: "token create --name ci --role admin|engineer|scientist|stakeholder [--team t] [--expires 90d]",
  summary: "Makes a token and prints it once.",
  options: { name: { type: "string" }, role: { type: "string" }, team: { type: "string" }, expires: { type: "string" } },
  run: ({ flags, io }) =>
    createToken(io.caller(), {
      name: required(flags, "name"),
      role: required(flags, "role"),
      team: optional(flags, "team"),
      expires: optional(flags, "expires"),
    }),
  print: (answer, io) => io.out(Answer.parse(answer).token),
};
