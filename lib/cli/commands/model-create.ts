import { readFile } from "node:fs/promises";
import { createModel } from "#lib/server/models/create";
import { type Command, required, UsageError } from "../command.ts";

export const modelCreate: Command = {
  name: "model create",
  usage: "model create --file model.json",
  summary: "Registers a model from a JSON file of the API's shape.",
  options: { file: { type: "string" } },
  run: async ({ flags, io }) => {
    const file = required(flags, "file");
    const text = await readFile(file, "utf8");
    let body: unknown;
    try {
      body = JSON.parse(text);
    } catch {
      throw new UsageError(`${file} is not JSON.`);
    }
    return createModel(io.caller(), body);
  },
  print: (_answer, io) => io.out("created"),
};
