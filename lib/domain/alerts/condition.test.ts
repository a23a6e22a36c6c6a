import { describe, expect, test } from "vitest";
import { badness, evaluate, measure } from "./condition.ts";
import { Condition } from "./condition-input.ts";

const condition = (input: Record<string, unknown>) => Condition.parse(input);
const faults = (input: unknown) =>
  Condition.safeParse(input).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];

describe("evaluate", () => {
  test.each([
    { operator: "above", critical: 10, warning: 5, values: { 5: "none", 5.1: "warning", 10: "warning", 10.1: "critical" } },
    { operator: "below", critical: 0.7, warning: 0.75, values: { 0.75: "none", 0.74: "warning", 0.7: "warning", 0.69: "critical" } },
    {
      operator: "outside",
      critical: [0, 10],
      warning: [2, 8],
      values: { "-1": "critical", 0: "warning", 2: "none", 8: "none", 9: "warning", 11: "critical" },
    },
    {
      operator: "inside",
      critical: [4, 6],
      warning: [3, 7],
      values: { 2.9: "none", 3: "warning", 4: "critical", 6: "critical", 7: "warning", 8: "none" },
    },
    { operator: "equal", critical: 0, warning: 1, values: { 0: "critical", 1: "warning", 2: "none" } },
    { operator: "change", critical: 10, values: { 10: "none", 11: "critical" } },
    { operator: "above", warning: 5, values: { 6: "warning" } },
  ])("$operator is strict and a value on a limit is safe: $values", ({ values, ...input }) => {
    const found = Object.keys(values).map((value) => [value, evaluate(condition(input), Number(value))]);
    expect(Object.fromEntries(found)).toEqual(values);
  });

  test.each([
    { held: "critical", value: 0.71, level: "critical", why: "not yet over the recovery limit" },
    { held: "critical", value: 0.72, level: "warning", why: "over it, still below the warning limit" },
    { held: "critical", value: 0.76, level: "none", why: "over every limit" },
    { held: "none", value: 0.71, level: "warning", why: "recovery is for what fires" },
    { held: "warning", value: 0.6, level: "critical", why: "worse is always seen" },
  ] as const)("holds $held at $value as $level: $why", ({ held, value, level }) => {
    expect(evaluate(condition({ operator: "below", critical: 0.7083, warning: 0.75, recovery: 0.72 }), value, held)).toBe(level);
  });

  test.each([
    { input: { operator: "above", critical: 30, recovery: 25 }, holds: [26, 30], ends: [25, 10] },
    { input: { operator: "below", warning: 30, recovery: 35 }, holds: [34, 30], ends: [35, 40] },
    { input: { operator: "outside", critical: [0, 10], recovery: [2, 8] }, holds: [1, 9, 10], ends: [2, 5, 8] },
    { input: { operator: "inside", critical: [4, 6], recovery: [3, 7] }, holds: [3, 3.5, 7], ends: [2, 8] },
  ])("recovers from $input only when back over the recovery limit", ({ input, holds, ends }) => {
    const held = "critical" in input ? "critical" : "warning";
    expect(holds.map((value) => evaluate(condition(input), value, held))).toEqual(holds.map(() => held));
    expect(ends.map((value) => evaluate(condition(input), value, held))).toEqual(ends.map(() => "none"));
  });
});

test.each([
  ["change", 12, null, 0],
  ["change", 7, 10, 3],
  ["changePercent", 15, 10, 50],
  ["changePercent", -5, -10, 50],
  ["changePercent", 0, 0, 0],
  ["changePercent", 1, 0, Number.POSITIVE_INFINITY],
  ["above", 12, 10, 12],
] as const)("measures %s of %d after %s as %d", (operator, value, before, measured) => {
  expect(measure({ operator }, value, before)).toBe(measured);
});

test.each([
  { input: { operator: "above", critical: 1 }, from: 2, to: 3 },
  { input: { operator: "below", critical: 1 }, from: 0, to: -1 },
  { input: { operator: "outside", critical: [0, 1] }, from: 2, to: -2 },
  { input: { operator: "inside", critical: [0, 10] }, from: 1, to: 5 },
])("finds $to worse than $from for $input", ({ input, from, to }) => {
  expect(badness(condition(input), to)).toBeGreaterThan(badness(condition(input), from));
});

describe("a condition is refused with what to do", () => {
  test.each([
    [{ operator: "anomaly" }, "operator: anomaly is not available yet. Use above, below, outside, inside, equal, change or changePercent."],
    [
      { operator: "burnRate", critical: 1 },
      "operator: burnRate is not available yet. Use above, below, outside, inside, equal, change or changePercent.",
    ],
    [{ operator: ">", critical: 1 }, "operator: Write one of above, below, outside, inside, equal, change, changePercent."],
    [{ operator: "below" }, "critical: Give a critical limit, a warning limit or both."],
    [{ operator: "below", critical: "0.7" }, "critical: Write a number."],
    [{ operator: "below", critical: [1, 2] }, "critical: Write a number."],
    [
      { operator: "above", critical: 1, warning: 2 },
      'warning: For "above" the warning limit must lie below the critical limit 1, so that it is reached first.',
    ],
    [
      { operator: "below", critical: 1, warning: 1 },
      'warning: For "below" the warning limit must lie above the critical limit 1, so that it is reached first.',
    ],
    [
      { operator: "below", critical: 1, recovery: 0 },
      'recovery: For "below" the recovery limit must not lie below the limit 1, which it recovers from.',
    ],
    [
      { operator: "above", critical: 1, recovery: 2 },
      'recovery: For "above" the recovery limit must not lie above the limit 1, which it recovers from.',
    ],
    [{ operator: "outside", critical: 1 }, "critical: Write two numbers: [low, high]."],
    [{ operator: "outside", critical: [2, 1] }, "critical: The first number must be below the second: [low, high]."],
    [
      { operator: "outside", critical: [0, 10], warning: [-1, 5] },
      'warning: For "outside" the warning range must lie within the critical range [0,10], so that it is reached first.',
    ],
    [
      { operator: "inside", critical: [0, 10], warning: [1, 9] },
      'warning: For "inside" the warning range must lie around the critical range [0,10], so that it is reached first.',
    ],
    [
      { operator: "outside", critical: [0, 10], recovery: [0, 11] },
      'recovery: For "outside" the recovery range must lie within the range [0,10], which it recovers from.',
    ],
    [{ operator: "equal", critical: 1, warning: 1 }, "warning: Both values are the same. Leave the warning out."],
    [{ operator: "change", critical: -1 }, "critical: A change is compared by its size in either direction. Write a number from 0 on."],
    [{ operator: "below", critical: 1, recovrey: 2 }, ': Unrecognized key: "recovrey"'],
  ])("%o", (input, fault) => {
    expect(faults(input)).toEqual([fault]);
  });
});
