import { expect, test } from "vitest";
import { thinOut } from "./thin-out.ts";

const at = (time: number, value: number | null, state = "normal") => ({ time, value, state });

test("a short series stays as it is", () => {
  const short = [at(1, 1), at(2, null)];
  expect(thinOut(short, 5)).toEqual(short);
});

test("a firing moment and a spike survive, order is kept, no more than asked for come out", () => {
  const many = Array.from({ length: 1000 }, (_, time) => at(time, time === 333 ? 99 : 1, time === 777 ? "firing" : "normal"));
  const few = thinOut(many, 100);
  expect(few).toHaveLength(100);
  expect(few.some(({ value }) => value === 99)).toBe(true);
  expect(few.some(({ state }) => state === "firing")).toBe(true);
  expect(few.map(({ time }) => time)).toEqual(few.map(({ time }) => time).toSorted((a, b) => a - b));
});
