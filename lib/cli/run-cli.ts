import { parseArgs } from "node:util";
import { AppError } from "#lib/domain/errors";
import { type CommandIo, UsageError } from "./command.ts";
import { commands } from "./commands.ts";

const help = () =>
  [
    "modelwatch <command> [options]",
    "",
    ...commands.map(({ usage, summary }) => `  ${usage}\n      ${summary}`),
    "",
    "Each takes --json.",
  ].join("\n");

/** One line that says what is wrong and what to do. */
const reason = (error: unknown): string => {
  if (error instanceof AppError || error instanceof UsageError) return error.message;
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return `${error.message.replace(/^ENOENT: /, "")}.`;
  if (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) return error.message;
  if (error instanceof Error) return error.message.split("\n")[0] ?? "It failed.";
  return String(error);
};

/** Finds the command that the words name, runs it, prints its answer; returns the exit code. */
export async function runCli(words: string[], io: CommandIo & { fail: (text: string) => void }): Promise<number> {
  const command = commands.find(({ name }) => name.split(" ").every((word, index) => words[index] === word));
  if (!command) {
    const asked = words.length === 0 || words.includes("--help") || words[0] === "help";
    (asked ? io.out : io.fail)(asked ? help() : `There is no command “${words.slice(0, 2).join(" ")}”. See: modelwatch help`);
    return asked ? 0 : 2;
  }
  try {
    const { values, positionals } = parseArgs({
      args: words.slice(command.name.split(" ").length),
      options: { ...command.options, json: { type: "boolean" }, help: { type: "boolean" } },
      allowPositionals: true,
    });
    if (values.help) {
      io.out(`modelwatch ${command.usage}\n${command.summary}`);
      return 0;
    }
    const answer = await command.run({ flags: values, files: positionals, io });
    if (values.json) io.out(JSON.stringify(answer ?? {}, null, 2));
    else command.print?.(answer, io);
    return 0;
  } catch (error) {
    io.fail(`modelwatch ${command.name}: ${reason(error)}`);
    return error instanceof UsageError ? 2 : 1;
  }
}
