import { expect, test } from "vitest";
import type { WindowStatus } from "#lib/domain/analysis/answers/common";
import { newestSettled } from "./newest-settled.ts";

const windows = (...statuses: WindowStatus[]) => statuses.map((status, index) => ({ status, end: index + 1 }));

test.each<{ name: string; of: WindowStatus[]; now?: number; end: number | undefined }>([
  { name: "the newest that is over", of: ["ok", "ok", "critical"], now: 2, end: 2 },
  { name: "silence is told at once when nothing waits", of: ["ok", "ok", "no_data"], end: 3 },
  { name: "what waits for labels is passed over", of: ["ok", "pending", "pending"], end: 1 },
  { name: "a gap among those that wait says nothing yet", of: ["ok", "pending", "no_data", "pending"], end: 1 },
  { name: "silence before those that wait is told", of: ["ok", "no_data", "pending"], end: 2 },
  { name: "one whose labels came early is taken", of: ["ok", "pending", "ok", "pending"], end: 3 },
  { name: "too few rows are a finding", of: ["ok", "not_enough_data"], end: 2 },
  { name: "none when all wait", of: ["pending", "pending"], end: undefined },
  { name: "none when none is over", of: ["ok"], now: 0, end: undefined },
])("$name", ({ of, now = of.length, end }) => expect(newestSettled(windows(...of), now)?.end).toBe(end));
