import { expect, test } from "vitest";
import { byNeed, changeOf, targetsSentence } from "./kpi-summary.ts";

const met = { target: 1, targetMet: true };
const missed = { target: 1, targetMet: false };
const unknown = { target: 1, targetMet: null };
const none = { target: null, targetMet: null };

test.each([
  { items: [], sentence: "No target is set." },
  { items: [none], sentence: "No target is set." },
  { items: [met], sentence: "The target is met." },
  { items: [met, met, none], sentence: "All 2 targets are met." },
  { items: [missed], sentence: "1 of 1 target is missed." },
  { items: [missed, missed, met, met], sentence: "2 of 4 targets are missed." },
  { items: [missed, met, unknown], sentence: "1 of 3 targets are missed. 1 cannot be judged yet." },
  { items: [met, unknown], sentence: "1 of 2 targets is met. 1 cannot be judged yet." },
  { items: [unknown], sentence: "The target cannot be judged yet." },
  { items: [unknown, unknown], sentence: "The 2 targets cannot be judged yet." },
])("$sentence", ({ items, sentence }) => expect(targetsSentence(items).sentence).toBe(sentence));

test("the worst comes first, then by name", () => {
  const items = [
    { status: "ok", name: "a" },
    { status: "critical", name: "c" },
    { status: "no_limits", name: "a" },
    { status: "critical", name: "b" },
    { status: "no_data", name: "a" },
    { status: "warning", name: "a" },
  ] as const;
  expect([...items].sort(byNeed).map(({ status, name }) => `${status} ${name}`)).toEqual([
    "critical b",
    "critical c",
    "warning a",
    "no_data a",
    "ok a",
    "no_limits a",
  ]);
});

test("the change goes from the first to the last known value", () => {
  expect(
    changeOf([
      ["t0", null],
      ["t1", 3],
      ["t2", null],
      ["t3", 5],
      ["t4", null],
    ]),
  ).toEqual({ by: 2, since: "t1" });
  expect(
    changeOf([
      ["t0", 3],
      ["t1", null],
    ]),
  ).toBeNull();
  expect(changeOf([])).toBeNull();
});
