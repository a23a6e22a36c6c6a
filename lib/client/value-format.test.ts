import { expect, test } from "vitest";
import { THIN } from "./format.ts";
import { writeTick, writeValue } from "./value-format.ts";

test.each([
  [0.705, "metric", null, "0.705"],
  [32.84, "metric", "bikes", `32.8${THIN}bikes`],
  [0.61, "percent", null, `61${THIN}%`],
  [1.186, "psi", null, "1.19"],
  [7200, "duration", null, `2${THIN}h`],
  [null, "metric", "bikes", "–"],
] as const)("%s as %s is %s", (value, format, unit, text) => expect(writeValue(value, format, unit)).toBe(text));

test.each([
  [0.6, 0.1, "metric", "0.6"],
  [0.25, 0.25, "metric", "0.25"],
  [20, 20, "metric", "20"],
  [0.5, 0.25, "percent", `50${THIN}%`],
  [20_000, 10_000, "count", `20${THIN}k`],
  [0, 3600, "duration", "0"],
] as const)("the tick %s in steps of %s as %s is %s", (value, step, format, text) => expect(writeTick(value, step, format)).toBe(text));
