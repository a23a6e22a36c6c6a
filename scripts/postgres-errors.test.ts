import { expect, test } from "vitest";
import { AppError } from "#lib/domain/errors";
import { explained } from "./postgres-errors.ts";

test.each([
  {
    name: "a full disk",
    text: 'initdb: error: could not create directory "/d/pg_wal": No space left on device',
    line: "The disk that holds /d is full. Free some space and start again.",
  },
  {
    name: "a full disk seen in a short write",
    text: 'FATAL: could not extend file "base/1/2691": wrote only 4096 of 8192 bytes\nHINT: Check free disk space.\nAborted',
    line: "The disk that holds /d is full. Free some space and start again.",
  },
  {
    name: "a full disk seen by Node",
    text: "ENOSPC: no space left on device, write",
    line: "The disk that holds /d is full. Free some space and start again.",
  },
  { name: "a read-only disk", text: "EROFS: read-only file system, mkdir", line: "/d cannot be written: the disk is mounted read-only." },
  {
    name: "somebody else's directory",
    text: "EACCES: permission denied, open '/d/password'",
    line: "No permission to use /d. Run Modelwatch as the user who made it, or set MODELWATCH_DATA_DIR.",
  },
  {
    name: "anything else, with what was said last",
    text: "pg_ctl: could not start server\nExamine the log output.",
    line: "The database in /d does not start: pg_ctl: could not start server | Examine the log output.",
  },
])("$name is one line", ({ text, line }) => {
  expect(explained(new Error(text), "/d").message).toBe(line);
});

test("a line that was written for people stays as it is", () => {
  const error = new AppError("conflict", "Permission denied by us.");
  expect(explained(error, "/d")).toBe(error);
});
