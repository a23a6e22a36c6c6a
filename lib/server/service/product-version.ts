import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

let known: string | undefined;

/** The version in package.json, read once. */
export function productVersion(): string {
  try {
    known ??= z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(process.cwd(), "package.json"), "utf8"))).version;
  } catch {
    known = "unknown";
  }
  return known;
}
