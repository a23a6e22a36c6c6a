import { expect, test } from "vitest";
import { type SystemStatus, systemLines } from "./system-status.ts";

const fine: SystemStatus = { database: "ok", lagSeconds: 2.4, backlogRows: 0, backlogBatches: 0, recounts: 0 };
const line = (name: string, change: Partial<SystemStatus>) => systemLines({ ...fine, ...change }).find((entry) => entry.name === name);

test("all is well when the worker is near and nothing waits", () =>
  expect(systemLines(fine)).toEqual([
    { name: "Database", kind: "ok", text: "answers" },
    { name: "Worker", kind: "ok", text: "last sign 2 s ago" },
    { name: "Counting", kind: "ok", text: "up to date" },
  ]));

test.each([
  ["Worker", { lagSeconds: null }, "critical", "never seen: start it with npm start"],
  ["Worker", { lagSeconds: 600 }, "critical", "last sign 10 min ago: rules and counting stand still"],
  ["Database", { database: "down" }, "critical", "does not answer"],
  ["Counting", { backlogRows: 1, backlogBatches: 1 }, "ok", "1 row in 1 batch to count"],
  ["Counting", { backlogRows: 2_000_000, backlogBatches: 40 }, "warning", "2,000,000 rows in 40 batches to count"],
  ["Re-counting", { recounts: 2 }, "ok", "2 ranges"],
] as const)("%s with %o is %s", (name, change, kind, text) => expect(line(name, change)).toEqual({ name, kind, text }));
