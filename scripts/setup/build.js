import { cpSync, existsSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { buildSources, fingerprint } from "./fingerprint.js";
import { pinnedNode, quietly } from "./quietly.js";
import { stampedWith } from "./stamp.js";

const stampFile = ".next/modelwatch-sources";

/** Whether .next was built from these very sources. @param {string} root @returns {boolean} */
export const isBuilt = (root) =>
  existsSync(join(root, ".next/standalone/server.js")) && stampedWith(join(root, stampFile), fingerprint(root, buildSources));

/** `next build`, then the files that its server expects beside itself. @param {import("./quietly.js").House} house @returns {Promise<boolean>} */
export async function build(house) {
  const at = (path) => join(house.root, path);
  const stamp = fingerprint(house.root, buildSources);
  const built = await quietly(house, {
    say: "Building",
    command: pinnedNode(house.root),
    args: ["node_modules/next/dist/bin/next", "build"],
    env: { NODE_ENV: "production", PATH: `${at("node_modules/.bin")}${delimiter}${process.env.PATH ?? ""}` },
  });
  if (!built) return false;
  cpSync(at(".next/static"), at(".next/standalone/.next/static"), { recursive: true });
  if (existsSync(at("public"))) cpSync(at("public"), at(".next/standalone/public"), { recursive: true });
  writeFileSync(at(stampFile), stamp);
  return true;
}
