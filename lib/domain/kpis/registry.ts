import { z } from "zod";
import { formulaKind } from "./kinds/formula.ts";
import { modelKind } from "./kinds/model.ts";
import { pushedKind } from "./kinds/pushed.ts";

/** Where a KPI's values come from. A new kind is a file in `kinds`, a line here and a reader on the server. */
export const kpiKinds = { model: modelKind, pushed: pushedKind, formula: formulaKind } as const;
export type KpiKind = keyof typeof kpiKinds;

const notYet = ["prometheus", "elasticsearch"];

const kindOf = (input: unknown): unknown => (typeof input === "object" && input !== null && "kind" in input ? input.kind : undefined);

export const KpiQuery = z.discriminatedUnion("kind", [kpiKinds.model.query, kpiKinds.pushed.query, kpiKinds.formula.query], {
  error: (issue) => {
    const kind = kindOf(issue.input);
    return typeof kind === "string" && notYet.includes(kind)
      ? `There is no source of the kind ${kind} yet.`
      : `Write a query of the kind ${Object.keys(kpiKinds).join(", ")}, such as {"kind":"pushed"}.`;
  },
});
export type KpiQuery = z.infer<typeof KpiQuery>;
export type QueryOf<K extends KpiKind> = Extract<KpiQuery, { kind: K }>;
