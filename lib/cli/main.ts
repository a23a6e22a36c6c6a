import { cliCaller } from "#lib/server/context";
import { closeDatabase } from "#lib/server/service/close-database";
import { runCli } from "./run-cli.ts";

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());

process.exitCode = await runCli(process.argv.slice(2), {
  caller: () => cliCaller(new Date()),
  env: process.env,
  out: (text) => void process.stdout.write(`${text}\n`),
  note: (text) => (process.stderr.isTTY || process.env.MODELWATCH_PROGRESS ? void process.stderr.write(`${text}\n`) : undefined),
  fail: (text) => void process.stderr.write(`${text}\n`),
  signal: stop.signal,
});
await closeDatabase();
