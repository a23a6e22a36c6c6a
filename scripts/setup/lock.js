import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

const alive = (pid) => {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
};

/** @param {string} file */
const holderOf = (file) => {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
};

/**
 * Runs `work` while no other process does, in this clone: two commands must not install or build at once.
 * A lock whose process is gone is taken over.
 * @template T @param {string} root @param {() => Promise<T>} work @param {(pid: number) => void} onWait
 * @returns {Promise<T>}
 */
export async function withSetupLock(root, work, onWait) {
  mkdirSync(join(root, ".data"), { recursive: true });
  const file = join(root, ".data", "setup.lock");
  for (let told = false; ; await wait(200)) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const holder = holderOf(file);
    // An empty file is a lock whose number is about to be written.
    if (holder !== null && holder !== 0 && !alive(holder)) rmSync(file, { force: true });
    else if (!told && holder) {
      told = true;
      onWait(holder);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}
