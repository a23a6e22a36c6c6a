import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { z } from "zod";
import { AppError } from "#lib/domain/errors";
import { live } from "./lifecycle.ts";
import { serverNode } from "./node-arguments.ts";
import { openStack } from "./stack.ts";

/** `npm start`: Modelwatch on its own database, which is empty the first time. */
const FirstStart = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ready") }),
  z.object({ kind: z.literal("created"), email: z.string() }),
  z.object({ kind: z.literal("link"), url: z.string() }),
]);

async function firstStart(env: Record<string, string>) {
  const args = [...serverNode, "scripts/first-start.ts"];
  const child = promisify(execFile)(process.execPath, args, { env: { ...process.env, ...env } });
  const { stdout } = await child.catch((error: Error & { stderr?: string }) => {
    throw new AppError("unavailable", `The first administrator could not be made: ${error.stderr?.trim() || error.message}`);
  });
  return FirstStart.parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? ""));
}

live(async (life) => {
  const stack = await openStack(life);
  const { env, environment } = stack;
  stack.startWorkers();
  const [first] = await Promise.all([firstStart(env), stack.startWeb()]);
  console.log(`\nModelwatch is ready: ${environment.url}`);
  if (first.kind === "created") console.log(`The first administrator is ${first.email}.`);
  if (first.kind === "link") console.log(`Make the first administrator here; the link works once:\n  ${first.url}`);
  console.log("Ctrl-C stops it.");
  process.send?.({ url: environment.url, env });
});
