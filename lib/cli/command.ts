import type { Caller } from "#lib/server/context";

/** What a command may use of the outside: nothing reaches for the process by itself. */
export type CommandIo = {
  caller: () => Caller;
  env: Record<string, string | undefined>;
  /** the result, for people and scripts */
  out: (text: string) => void;
  /** progress and notes, on a terminal only */
  note: (text: string) => void;
  signal: AbortSignal;
};

export type Flags = Record<string, string | boolean | undefined>;

export type Command = {
  /** as it is typed: "token create" */
  name: string;
  usage: string;
  summary: string;
  options: Record<string, { type: "string" | "boolean" }>;
  /** The answer is printed as JSON with --json, else with `print`. */
  run: (args: { flags: Flags; files: string[]; io: CommandIo }) => Promise<unknown>;
  print?: (answer: unknown, io: CommandIo) => void;
};

export class UsageError extends Error {}

export const required = (flags: Flags, name: string): string => {
  const value = flags[name];
  if (typeof value === "string" && value !== "") return value;
  throw new UsageError(`--${name} is missing.`);
};

export const optional = (flags: Flags, name: string): string | undefined => {
  const value = flags[name];
  return typeof value === "string" && value !== "" ? value : undefined;
};
