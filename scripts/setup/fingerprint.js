import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** What `next build` reads. Tests are left out: changing one must not cost a build. */
export const buildSources = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema.prisma",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.js",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
];

const unread = ["lib/cli", "lib/db/generated", "lib/testing", "lib/worker"];
const isRead = (path, name) => !unread.includes(path) && !name.startsWith(".") && !/\.test\.tsx?$/.test(name);

/** @param {string} root @param {string} path @returns {string[]} */
function filesBelow(root, path) {
  if (!existsSync(join(root, path))) return [];
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path))
    .filter((name) => isRead(`${path}/${name}`, name))
    .flatMap((name) => filesBelow(root, `${path}/${name}`));
}

/**
 * sha256 over names and contents of these files and folders; a missing one counts as empty.
 * @param {string} root @param {string[]} paths @returns {string}
 */
export function fingerprint(root, paths) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap((path) => filesBelow(root, path)).sort()) {
    const content = readFileSync(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}
