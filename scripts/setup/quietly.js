import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/**
 * @typedef {(child: import("node:child_process").ChildProcess) => Promise<{ code: number, error?: Error }>} Follow
 * @typedef {{ root: string, follow: Follow, isStopping: () => boolean }} House where to work, who passes signals on
 */

/**
 * Says one line on stderr, runs, and shows the command's output only when it fails.
 * @param {House} house
 * @param {{ say: string, command: string, args: string[], env?: Record<string, string> }} step
 * @returns {Promise<boolean>}
 */
export async function quietly(house, { say, command, args, env }) {
  const started = Date.now();
  console.error(`${say} …`);
  const child = spawn(command, args, {
    cwd: house.root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, CHECKPOINT_DISABLE: "1", NEXT_TELEMETRY_DISABLED: "1", ...env },
  });
  const output = [];
  child.stdout.on("data", (chunk) => output.push(chunk));
  child.stderr.on("data", (chunk) => output.push(chunk));
  const { code, error } = await house.follow(child);
  if (code === 0) return true;
  if (house.isStopping()) return false;
  process.stderr.write(Buffer.concat(output));
  console.error(`${say} failed after ${Math.round((Date.now() - started) / 1000)} s${error ? `: ${error.message}` : ""}.`);
  return false;
}

/** The Node that the project pins, once it is installed. @param {string} root @returns {string} */
export const pinnedNode = (root) => {
  const node = join(root, "node_modules/.bin/node");
  return existsSync(node) ? node : process.execPath;
};
