import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { buildSources, fingerprint } from "./fingerprint.js";
import { withSetupLock } from "./lock.js";
import { installed } from "./packages.js";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "setup-"));
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (path: string, content: string) => {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), content);
};

describe("the fingerprint of what is built", () => {
  const now = () => fingerprint(root, buildSources);
  beforeEach(() => write("app/page.tsx", "one"));

  test.each([
    { path: "app/page.tsx", changes: true },
    { path: "app/new/page.tsx", changes: true },
    { path: "next.config.js", changes: true },
    { path: "app/page.test.tsx", changes: false },
    { path: "lib/cli/main.ts", changes: false },
    { path: "lib/db/generated/client.ts", changes: false },
    { path: "docs/guide.md", changes: false },
  ])("writing $path changes it: $changes", ({ path, changes }) => {
    const before = now();
    expect(now()).toBe(before);
    write(path, "two");
    expect(now() !== before).toBe(changes);
  });

  test("moving text from one file to the next changes it", () => {
    write("app/a.ts", "xy");
    write("app/b.ts", "z");
    const before = now();
    write("app/a.ts", "x");
    write("app/b.ts", "yz");
    expect(now()).not.toBe(before);
  });
});

describe("whether the packages of the lock are there", () => {
  const wanted = {
    "": { name: "modelwatch" },
    "node_modules/a": { version: "1.0.0", integrity: "sha512-a" },
    "node_modules/tool": { version: "2.0.0", dev: true },
    "node_modules/other-platform": { version: "1.0.0", optional: true },
  };
  const a = { version: "1.0.0", integrity: "sha512-a" };
  const tool = { version: "2.0.0", dev: true };

  test.each([
    { name: "all of them", present: { "node_modules/a": a, "node_modules/tool": tool }, dev: true, is: true },
    { name: "no node_modules", present: null, dev: false, is: false },
    { name: "one missing", present: { "node_modules/tool": tool }, dev: false, is: false },
    { name: "another version", present: { "node_modules/a": { ...a, version: "1.0.1" } }, dev: false, is: false },
    {
      name: "another content under the same version",
      present: { "node_modules/a": { ...a, integrity: "sha512-b" } },
      dev: false,
      is: false,
    },
    { name: "no tools, and none needed", present: { "node_modules/a": a }, dev: false, is: true },
    { name: "no tools, but they are needed", present: { "node_modules/a": a }, dev: true, is: false },
  ])("$name: $is", ({ present, dev, is }) => {
    write("package-lock.json", JSON.stringify({ packages: wanted }));
    if (present) write("node_modules/.package-lock.json", JSON.stringify({ packages: present }));
    expect(installed(root, { dev })).toBe(is);
  });
});

describe("the lock around installing and building", () => {
  test("two at once work one after the other, and the second says whom it waits for", async () => {
    const order: string[] = [];
    let finish = () => {};
    const first = withSetupLock(
      root,
      () => new Promise<void>((done) => (finish = done)),
      () => {},
    );
    const second = withSetupLock(
      root,
      async () => void order.push("second"),
      (pid) => {
        order.push(`waits for ${pid}`);
        finish();
      },
    );
    await Promise.all([first.then(() => order.push("first is done")), second]);
    expect(order).toEqual([`waits for ${process.pid}`, "first is done", "second"]);
  });

  test("a lock whose process is gone is taken over", async () => {
    write(".data/setup.lock", "1999999999");
    expect(
      await withSetupLock(
        root,
        async () => "done",
        () => {},
      ),
    ).toBe("done");
  });
});
