import { expect, test } from "vitest";
import { backoffSeconds } from "./children.ts";

test("a program that keeps failing is started again ever more rarely, but at least twice a minute", () => {
  expect([1, 2, 3, 4, 5, 6, 50].map(backoffSeconds)).toEqual([1, 2, 4, 8, 16, 30, 30]);
});
