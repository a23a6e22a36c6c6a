import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a server writes into postmaster.pid: its process and the port it listens on. */
export type Postmaster = { pid: number; port: number };

export function parsePidFile(text: string): Postmaster | null {
  const [pid, , , port] = text.split("\n");
  return Number(pid) > 0 && Number(port) > 0 ? { pid: Number(pid), port: Number(port) } : null;
}

/** State letter and program name of a process; null when there is none. Slim images have no `ps`, so /proc goes first. */
function processInfo(pid: number): { state: string; name: string } | null {
  if (existsSync("/proc/self/stat"))
    try {
      const [, name, state] = /^\d+ \((.*)\) (\S)/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
      return { state: state ?? "", name: name ?? "" };
    } catch {
      return null;
    }
  const [state, name] = spawnSync("ps", ["-o", "stat=,comm=", "-p", String(pid)], { encoding: "utf8" })
    .stdout.trim()
    .split(/\s+/);
  return state ? { state, name: name ?? "" } : null;
}

/** Whether some process works in this directory: after `kill -9` of a server its children live a moment longer. */
function isWorkedIn(directory: string): boolean {
  if (!existsSync("/proc/self/cwd")) return false;
  return readdirSync("/proc").some((entry) => {
    if (!/^\d+$/.test(entry)) return false;
    try {
      return readlinkSync(`/proc/${entry}/cwd`) === directory;
    } catch {
      return false;
    }
  });
}

/** The server that runs on this cluster directory, if its process is alive. */
export function livePostmaster(cluster: string): Postmaster | null {
  const file = join(cluster, "postmaster.pid");
  const found = existsSync(file) ? parsePidFile(readFileSync(file, "utf8")) : null;
  const info = found && processInfo(found.pid);
  return found && info && info.state !== "Z" && info.name.includes("postgres") ? found : null;
}

/** Higher than any process number of any system we run on, so that it names no process. */
const nobody = 2_000_000_000;

/**
 * After `kill -9` the pid file stays, and its number may be a zombie's or by now another program's: PostgreSQL then
 * refuses to start. The number is replaced rather than the file deleted, because PostgreSQL still checks by the rest of
 * the file that no child of the dead server has the data open.
 */
export function disarmStalePidFile(cluster: string): void {
  const file = join(cluster, "postmaster.pid");
  if (!existsSync(file) || livePostmaster(cluster) || isWorkedIn(cluster)) return;
  const [, ...rest] = readFileSync(file, "utf8").split("\n");
  writeFileSync(file, [String(nobody), ...rest].join("\n"));
}
