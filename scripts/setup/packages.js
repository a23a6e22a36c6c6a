import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const packagesOf = (path) => (existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")).packages ?? {}) : null);

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes its own copy of the lock last of all, so an
 * interrupted install, an edited lock and packages that somebody installed by hand are all seen.
 * @param {string} root @param {{ dev: boolean }} need whether development packages must be there too
 * @returns {boolean}
 */
export function installed(root, need) {
  const present = packagesOf(join(root, "node_modules", ".package-lock.json"));
  const wanted = packagesOf(join(root, "package-lock.json"));
  if (!present || !wanted) return false;
  return Object.entries(wanted).every(([path, { version, integrity, optional, devOptional, dev }]) => {
    if (path === "") return true;
    const found = present[path];
    // Packages for other platforms are in the lock and never installed here.
    if (!found) return Boolean(optional || devOptional || (dev && !need.dev));
    return found.version === version && (!integrity || found.integrity === integrity);
  });
}
