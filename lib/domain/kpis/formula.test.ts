import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Expression, evaluateFormula, parseFormula } from "./formula.ts";

const inputs = (values: Record<string, number | null> = {}) => new Map(Object.entries(values));
const result = (text: string, values?: Record<string, number | null>) => {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return evaluateFormula(parsed.expression, inputs(values));
};

describe("values", () => {
  test.each([
    ["1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["8 - 2 - 3", 3],
    ["8 / 2 / 2", 2],
    ["-2 * -3", 6],
    ["--2", 2],
    ["1.5e3 - .5", 1499.5],
    ["approved / requests * 100", 25],
    ["  requests  ", 40],
  ])("%s is %d", (text, value) => expect(result(text, { approved: 10, requests: 40 })).toEqual({ value, reason: null }));

  test.each([
    ["a / 0", "division_by_zero"],
    ["a / (b - b)", "division_by_zero"],
    ["0 / 0", "division_by_zero"],
    ["a + nothing", "missing_input"],
    ["nothing * 0", "missing_input"],
    ["unknown", "missing_input"],
    ["1e308 * 10", "overflow"],
  ])("%s has no value: %s", (text, reason) => expect(result(text, { a: 1, b: 2, nothing: null })).toEqual({ value: null, reason }));
});

describe("what is not a formula is refused with its place", () => {
  test.each([
    ["", "ends too early"],
    ["1 +", "ends too early"],
    ["(1 + 2", "ends too early"],
    ["1 2", "place 2"],
    ["a )", "place 2"],
    ["* 2", "place 1"],
    ["a ^ 2", '"^"'],
    ["process.exit(1)", '"."'],
    ["a; b", '";"'],
    ["a = 1", '"="'],
  ])("%s", (text, message) => expect(parseFormula(text)).toEqual({ ok: false, message: expect.stringContaining(message) }));

  test("depth is limited, so that no formula can exhaust the stack", () => {
    expect(parseFormula(`${"(".repeat(5000)}1${")".repeat(5000)}`)).toEqual({ ok: false, message: expect.stringContaining("nested") });
    expect(parseFormula(`${"-".repeat(5000)}1`)).toEqual({ ok: false, message: expect.stringContaining("nested") });
  });
});

test("names come in the order of first use, once each", () => {
  expect(parseFormula("b / (a + b)")).toMatchObject({ ok: true, names: ["b", "a"] });
});

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.record({ kind: fc.constant("number" as const), value: fc.integer({ min: 0, max: 50 }) }),
    fc.record({ kind: fc.constant("name" as const), name: fc.constantFrom("a", "b_1") }),
    fc.record({ kind: fc.constant("negate" as const), inner: tie("expression") }),
    fc.record({
      kind: fc.constant("operation" as const),
      operator: fc.constantFrom("+" as const, "-" as const, "*" as const, "/" as const),
      left: tie("expression"),
      right: tie("expression"),
    }),
  ),
}));

function print(node: Expression): string {
  if (node.kind === "number") return String(node.value);
  if (node.kind === "name") return node.name;
  if (node.kind === "negate") return `-(${print(node.inner)})`;
  return `(${print(node.left)}) ${node.operator} (${print(node.right)})`;
}

test("what is printed with all parentheses is read back as the same tree", () => {
  fc.assert(
    fc.property(expression, (tree) => {
      expect(parseFormula(print(tree))).toMatchObject({ ok: true, expression: tree });
    }),
  );
});
