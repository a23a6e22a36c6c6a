import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { disarmStalePidFile, livePostmaster, parsePidFile } from "./postgres-pid.ts";

const text = (pid: number) => `${pid}\n/data\n1763700000\n54320\n\n127.0.0.1\n  5432001    123456\nready   \n`;

let cluster = "";
beforeEach(() => {
  cluster = mkdtempSync(join(tmpdir(), "cluster-"));
});
afterEach(() => rmSync(cluster, { recursive: true }));
const file = () => join(cluster, "postmaster.pid");

test.each([
  { name: "process and port", content: text(42), is: { pid: 42, port: 54320 } },
  { name: "nothing while the server is still writing it", content: "42\n/data\n", is: null },
  { name: "nothing in an empty file", content: "", is: null },
])("a pid file says $name", ({ content, is }) => {
  expect(parsePidFile(content)).toEqual(is);
});

test("a number that by now is another program's is no server, and PostgreSQL gets to see a free one", () => {
  writeFileSync(file(), text(process.pid));
  expect(livePostmaster(cluster)).toBeNull();
  disarmStalePidFile(cluster);
  expect(readFileSync(file(), "utf8")).toBe(text(2_000_000_000));
});

test("nothing is written where no server ever ran", () => {
  disarmStalePidFile(cluster);
  expect(() => readFileSync(file())).toThrow("ENOENT");
});
