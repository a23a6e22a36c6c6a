import { expect, test } from "vitest";
import { whenEnough } from "./when-enough.ts";

const since = "2022-04-01T00:00:00.000Z";

test("half of the labels in ten days are all of them in twenty", () =>
  expect(whenEnough({ labelled: 100, needed: 200, since, now: "2022-04-11T00:00:00.000Z" })).toBe("2022-04-21T00:00:00.000Z"));

test.each([
  ["nothing came", { labelled: 0, needed: 200, since, now: "2022-04-11T00:00:00.000Z" }],
  ["there are enough", { labelled: 200, needed: 200, since, now: "2022-04-11T00:00:00.000Z" }],
  ["it would take years", { labelled: 1, needed: 200, since, now: "2022-04-11T00:00:00.000Z" }],
  ["the window has not begun", { labelled: 5, needed: 200, since, now: "2022-03-11T00:00:00.000Z" }],
])("no day is promised when %s", (_, given) => expect(whenEnough(given)).toBeNull());
