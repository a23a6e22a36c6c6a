import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { AppError } from "#lib/domain/errors";

/** Who the database server runs as: null is whoever runs this process. */
export type Account = { uid: number; gid: number; name: string } | null;

/** Where the embedded database lives in a data directory. */
export const databaseHome = (dataDirectory: string): string => join(dataDirectory, "postgres");

const idOf = (flag: string, name: string) =>
  Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));

/**
 * PostgreSQL refuses to run as root. A database that exists keeps its owner; a new one gets `postgres`, else `nobody`,
 * which exists on every Unix, so no user has to be created.
 */
export function serverAccount(dataDirectory: string): Account {
  if (process.getuid?.() !== 0) return null;
  const home = databaseHome(dataDirectory);
  const owner = existsSync(home) ? statSync(home) : null;
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: `user ${owner.uid}` };
  for (const name of ["postgres", "nobody"])
    try {
      return { uid: idOf("-u", name), gid: idOf("-g", name), name };
    } catch {
      // This user does not exist here.
    }
  throw new AppError(
    "unavailable",
    "The database cannot run as root, and there is neither a postgres nor a nobody user. Run Modelwatch as an ordinary user.",
  );
}

const canEnter = (directory: string, account: Account) =>
  spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", directory], { ...(account ?? {}), cwd: "/", stdio: "ignore" }).status === 0;

/** The first directory on the way from the root to this one that the account cannot enter. */
export function closedParent(directory: string, account: Account): string | null {
  if (canEnter(directory, account)) return null;
  const parents: string[] = [];
  for (let at = directory; ; at = dirname(at)) {
    parents.unshift(at);
    if (at === dirname(at)) break;
  }
  return parents.find((parent) => !canEnter(parent, account)) ?? directory;
}

/** Makes the data directory, and lets the server's account through it; never touches its parents. */
export function openDataDirectory(directory: string, account: Account): void {
  mkdirSync(directory, { recursive: true });
  if (!account) return;
  if (closedParent(directory, account) === directory) chmodSync(directory, (statSync(directory).mode & 0o777) | 0o111);
  const closed = closedParent(directory, account);
  if (closed)
    throw new AppError(
      "unavailable",
      `The database runs as ${account.name}, who cannot enter ${closed}. Set MODELWATCH_DATA_DIR to a directory outside it, for example /var/lib/modelwatch, or run Modelwatch as an ordinary user.`,
    );
}
