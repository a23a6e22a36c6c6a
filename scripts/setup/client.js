import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fingerprint } from "./fingerprint.js";
import { pinnedNode, quietly } from "./quietly.js";
import { stampedWith } from "./stamp.js";

const sources = ["prisma/schema.prisma", "package-lock.json", ".config/prisma.ts"];
const stampFile = "node_modules/.modelwatch-client";

/** Whether the database client was generated from this schema. @param {string} root @returns {boolean} */
export const clientIsMade = (root) =>
  existsSync(join(root, "lib/db/generated/client.ts")) && stampedWith(join(root, stampFile), fingerprint(root, sources));

/** @param {import("./quietly.js").House} house @returns {Promise<boolean>} */
export async function makeClient(house) {
  const stamp = fingerprint(house.root, sources);
  const made = await quietly(house, {
    say: "Generating the database client",
    command: pinnedNode(house.root),
    args: ["node_modules/prisma/build/index.js", "generate", "--config", ".config/prisma.ts"],
    // Only here: with this variable `prisma migrate` claims success and does nothing.
    env: { PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true" },
  });
  if (made) writeFileSync(join(house.root, stampFile), stamp);
  return made;
}
