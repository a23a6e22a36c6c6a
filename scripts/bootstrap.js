/**
 * Plain JavaScript for any Node from 18 up: makes a fresh clone runnable, then hands over to the pinned Node 24.
 *   node scripts/bootstrap.js scripts/demo.ts …arguments
 * Says nothing when there is nothing to do, and speaks on stderr only: stdout belongs to the command.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { prepare } from "./setup/prepare.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const [script, ...rest] = process.argv.slice(2);
if (!script) {
  console.error("Usage: node scripts/bootstrap.js SCRIPT [ARGUMENT…]");
  process.exit(1);
}

/** The process that a signal is passed on to: a step of the preparation, later the command itself. */
let current = null;
let stoppedBy = null;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.on(signal, () => {
    stoppedBy = signal;
    // Ctrl-C reaches every process of the terminal by itself.
    if (signal !== "SIGINT" || !process.stdin.isTTY) current?.kill(signal);
  });

// npm killed with -9 cannot pass anything on; without this its command would run on unseen.
const parent = process.ppid;
if (process.env.npm_lifecycle_event && parent > 1) setInterval(() => process.ppid !== parent && current?.kill("SIGTERM"), 500).unref();

const follow = (child) => {
  current = child;
  return new Promise((done) => {
    child.once("error", (error) => done({ code: 127, error }));
    child.once("exit", (code, signal) => done({ code: code ?? 128 + (constants.signals[signal] ?? 0) }));
  });
};

const house = { root, follow, isStopping: () => stoppedBy !== null };
const prepared = await prepare(house, { script, args: rest });
if (!prepared) process.exit(stoppedBy ? 128 + constants.signals[stoppedBy] : 1);

const bin = join(root, "node_modules", ".bin");
const pinned = join(bin, "node");
const node = existsSync(pinned) ? pinned : process.execPath;
if (node === process.execPath && Number(process.versions.node.split(".")[0]) < 24) {
  console.error(`Node 24 or newer is needed; this is ${process.version}, and npm has no Node 24 for ${process.platform}-${process.arch}.`);
  process.exit(1);
}
const env = {
  ...process.env,
  PATH: `${bin}${delimiter}${process.env.PATH ?? ""}`,
  NEXT_TELEMETRY_DISABLED: "1",
  CHECKPOINT_DISABLE: "1",
  MODELWATCH_LAUNCHER: String(process.pid),
};
const { code, error } = await follow(spawn(node, ["--conditions=react-server", script, ...rest], { stdio: "inherit", env }));
if (error) console.error(`Node 24 cannot be started (${node}): ${error.message}`);
process.exit(code);
