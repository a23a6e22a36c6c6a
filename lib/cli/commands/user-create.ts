import { createPerson } from "#lib/server/people/create";
import { resetPassword } from "#lib/server/people/update";
import { type Command, optional, required } from "../command.ts";

export const userCreate: Command = {
  name: "user create",
  usage: "user create --email e --role r [--name n] [--team t] [--password p]",
  summary: "Creates a person; without a password it prints a link with which one is set.",
  options: {
    email: { type: "string" },
    role: { type: "string" },
    name: { type: "string" },
    team: { type: "string" },
    password: { type: "string" },
  },
  run: async ({ flags, io }) => {
    const password = optional(flags, "password");
    const person = await createPerson(io.caller(), {
      email: required(flags, "email"),
      role: required(flags, "role"),
      name: optional(flags, "name"),
      team: optional(flags, "team"),
      password,
    });
    return password ? { person } : { person, link: (await resetPassword(io.caller(), { id: person.id })).url };
  },
  print: (answer, io) => {
    if (typeof answer === "object" && answer !== null && "link" in answer) io.out(String(answer.link));
    else io.out("created");
  },
};
