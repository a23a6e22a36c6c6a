import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** As root the database runs as another user, who must be able to pass every folder above its data. */
const isClosed = (folder: string): boolean =>
  (statSync(folder).mode & 0o001) === 0 || (dirname(folder) !== folder && isClosed(dirname(folder)));

/**
 * Where a database of the tests lives: `.data/<name>`, or, for root in a clone below a closed folder such as a home of mode 0700,
 * a folder of this clone's own among the temporary files. Only throw-away data goes there.
 */
export function testingData(name: string): string {
  if (process.getuid?.() !== 0 || !isClosed(process.cwd())) return resolve(".data", name);
  return join(tmpdir(), `modelwatch-${createHash("sha256").update(process.cwd()).digest("hex").slice(0, 12)}`, name);
}
