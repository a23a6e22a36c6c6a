/** A formula over named values: + - * / parentheses and numbers. Nothing else is ever run. */
export type Expression =
  | { kind: "number"; value: number }
  | { kind: "name"; name: string }
  | { kind: "negate"; inner: Expression }
  | { kind: "operation"; operator: Operator; left: Expression; right: Expression };
type Operator = "+" | "-" | "*" | "/";
type Token =
  | { kind: "number"; value: number; at: number }
  | { kind: "name"; name: string; at: number }
  | { kind: "sign"; sign: string; at: number };

export type ParsedFormula = { ok: true; expression: Expression; names: string[] } | { ok: false; message: string };

const tokenPattern = /\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([A-Za-z_][A-Za-z0-9_]*)|([-+*/()]))/y;
const maximumDepth = 50;

class FormulaError extends Error {}

function tokens(text: string): Token[] {
  const found: Token[] = [];
  const end = text.trimEnd().length;
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < end) {
    const at = tokenPattern.lastIndex;
    const [, number, name, sign] = tokenPattern.exec(text) ?? [];
    if (number !== undefined) found.push({ kind: "number", value: Number(number), at });
    else if (name !== undefined) found.push({ kind: "name", name, at });
    else if (sign !== undefined) found.push({ kind: "sign", sign, at });
    else
      throw new FormulaError(
        `"${text.slice(at).trim().charAt(0)}" at place ${at + 1} is not understood: write names, numbers, + - * / and parentheses.`,
      );
  }
  return found;
}

/** Reads a formula; the names it uses come back in the order of first use. The message says where it stops making sense. */
export function parseFormula(text: string): ParsedFormula {
  try {
    const list = tokens(text);
    let next = 0;
    const names = new Set<string>();
    const sign = () => {
      const token = list[next];
      return token?.kind === "sign" ? token.sign : null;
    };
    const fail = (): never => {
      const token = list[next];
      throw new FormulaError(token ? `The formula stops making sense at place ${token.at + 1}.` : "The formula ends too early.");
    };
    const sum = (depth: number): Expression => {
      let left = product(depth);
      for (let operator = sign(); operator === "+" || operator === "-"; operator = sign()) {
        next++;
        left = { kind: "operation", operator, left, right: product(depth) };
      }
      return left;
    };
    const product = (depth: number): Expression => {
      let left = single(depth);
      for (let operator = sign(); operator === "*" || operator === "/"; operator = sign()) {
        next++;
        left = { kind: "operation", operator, left, right: single(depth) };
      }
      return left;
    };
    const single = (depth: number): Expression => {
      if (depth > maximumDepth) throw new FormulaError(`The formula is nested more than ${maximumDepth} deep.`);
      const token = list[next];
      if (!token) return fail();
      if (token.kind === "number") {
        next++;
        return { kind: "number", value: token.value };
      }
      if (token.kind === "name") {
        next++;
        names.add(token.name);
        return { kind: "name", name: token.name };
      }
      if (token.sign === "-") {
        next++;
        return { kind: "negate", inner: single(depth + 1) };
      }
      if (token.sign !== "(") return fail();
      next++;
      const inner = sum(depth + 1);
      if (sign() !== ")") fail();
      next++;
      return inner;
    };
    const expression = sum(0);
    if (next < list.length) fail();
    return { ok: true, expression, names: [...names] };
  } catch (error) {
    if (error instanceof FormulaError) return { ok: false, message: error.message };
    throw error;
  }
}

/** A value, or null with the reason: `missing_input`, `division_by_zero` or `overflow`. */
export type FormulaValue = { value: number; reason: null } | { value: null; reason: "missing_input" | "division_by_zero" | "overflow" };

const absent = (reason: "missing_input" | "division_by_zero" | "overflow"): FormulaValue => ({ value: null, reason });

/** Works out a formula. An input that is absent makes the result absent; a division by zero is not a number and not zero. */
export function evaluateFormula(expression: Expression, inputs: ReadonlyMap<string, number | null>): FormulaValue {
  switch (expression.kind) {
    case "number":
      return { value: expression.value, reason: null };
    case "name": {
      const value = inputs.get(expression.name) ?? null;
      return value === null ? absent("missing_input") : { value, reason: null };
    }
    case "negate": {
      const inner = evaluateFormula(expression.inner, inputs);
      return inner.value === null ? inner : { value: -inner.value, reason: null };
    }
    case "operation": {
      const left = evaluateFormula(expression.left, inputs);
      if (left.value === null) return left;
      const right = evaluateFormula(expression.right, inputs);
      if (right.value === null) return right;
      if (expression.operator === "/" && right.value === 0) return absent("division_by_zero");
      const value = apply(expression.operator, left.value, right.value);
      return Number.isFinite(value) ? { value, reason: null } : absent("overflow");
    }
  }
}

function apply(operator: Operator, left: number, right: number): number {
  if (operator === "+") return left + right;
  if (operator === "-") return left - right;
  return operator === "*" ? left * right : left / right;
}
