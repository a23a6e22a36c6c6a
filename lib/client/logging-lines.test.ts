import { describe, expect, test } from "vitest";
import { eventParser, isFault } from "#lib/domain/events/parse-event";
import { labelParser } from "#lib/domain/events/parse-label";
import { assignSlots } from "#lib/domain/models/assign-slots";
import { type Task, tasks } from "#lib/domain/models/model";
import { pointKeys } from "#lib/domain/models/watch-catalogue";
import { loggingCommand } from "./logging-lines.ts";

const now = "2026-06-01T00:00:00.123Z";
const schema = {
  features: [
    { name: "it's", type: "numeric" as const },
    { name: "purpose", type: "categorical" as const },
  ],
  groups: [],
  segments: [],
};
const model = (task: Task) => ({ slug: "m", task, schema, positiveLabel: "bad" });
const lineOf = (command: string): unknown => JSON.parse((/-d '(.*)'$/s.exec(command)?.[1] ?? "").replaceAll("'\\''", "'"));

describe.each(tasks)("for %s", (task) => {
  test.each(pointKeys)("the line that sends %s is one that the server takes", (key) => {
    const stored = { task, schema: assignSlots(schema), decisionThreshold: 0.5, positiveLabel: "bad", retention: null };
    const nowMs = Date.parse(now);
    const unknown: string[] = [];
    const line = lineOf(loggingCommand(key, model(task), "http://localhost:3000", now));
    const parsed =
      key === "labels"
        ? labelParser({ model: stored, nowMs })(line)
        : eventParser({ model: stored, nowMs })(line, (path) => unknown.push(path));
    expect(isFault(parsed) ? parsed : null).toBeNull();
    // A model without groups is shown one as an example; everything else is its own.
    expect(unknown).toEqual(key === "groups" ? ["groups.sex"] : []);
  });
});

test("labels go to their own address", () => {
  expect(loggingCommand("labels", model("binary"), "https://mw.example", now)).toContain("https://mw.example/api/v1/models/m/labels");
});
