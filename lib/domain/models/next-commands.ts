/** The exact commands of the next step, as empty pages teach them. */

const cli = "npm run -s modelwatch --";

export const createModelCommand = `${cli} model create --file model.json`;

export const importCommand = (kind: "predictions" | "labels" | "reference", slug: string): string =>
  `${cli} import ${kind} --model ${slug} ${kind}.csv`;

/** A first model in full: register it, then send what it predicted. */
export const firstModelCommands = `${createModelCommand}\n${importCommand("predictions", "my-model")}`;

export const demoCommand = "npm run -s demo";
