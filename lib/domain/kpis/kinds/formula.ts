import { z } from "zod";
import { parseFormula } from "#lib/domain/kpis/formula";
import { Slug } from "#lib/domain/models/model";

const InputName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "Name an input with letters, digits and underscores, such as requests.");

/** Arithmetic over other KPIs. Every name in the expression is an input, and every input is used. */
export const FormulaKpiQuery = z
  .object({ kind: z.literal("formula"), expression: z.string().trim().min(1).max(1000), inputs: z.record(InputName, Slug) })
  .check(({ value: { expression, inputs }, issues }) => {
    const issue = (path: string, message: string) => issues.push({ code: "custom", path: [path], message, input: expression });
    const parsed = parseFormula(expression);
    if (!parsed.ok) {
      issue("expression", parsed.message);
      return;
    }
    for (const name of parsed.names)
      if (!Object.hasOwn(inputs, name))
        issue("inputs", `The formula uses ${name}, which is not among the inputs. Name the KPI it stands for.`);
    for (const name of Object.keys(inputs))
      if (!parsed.names.includes(name)) issue("inputs", `The input ${name} is not used in the formula.`);
  });

export const formulaKind = { kind: "formula", label: "A formula over other KPIs", query: FormulaKpiQuery } as const;
