import { z } from "zod";

const number = z.number("Write a number.");
const band = z
  .tuple([number, number], "Write two numbers: [low, high].")
  .refine(([low, high]) => low < high, "The first number must be below the second: [low, high].");
export type Band = readonly [number, number];

/** The size of a change, in either direction. */
const size = number.min(0, "A change is compared by its size in either direction. Write a number from 0 on.");

/** The operators of the contract that a rule can not use yet. */
const later = ["anomaly", "burnRate"];

function operatorError({ input }: { input?: unknown }): string {
  const operator = input !== null && typeof input === "object" && "operator" in input ? input.operator : input;
  return typeof operator === "string" && later.includes(operator)
    ? `${operator} is not available yet. Use above, below, outside, inside, equal, change or changePercent.`
    : "Write one of above, below, outside, inside, equal, change, changePercent.";
}

const limits = <L extends z.ZodType>(limit: L) => ({ critical: limit.optional(), warning: limit.optional() });
const shape = z.discriminatedUnion(
  "operator",
  [
    z.strictObject({ operator: z.literal(["above", "below"]), ...limits(number), recovery: number.optional() }),
    z.strictObject({ operator: z.literal(["change", "changePercent"]), ...limits(size), recovery: size.optional() }),
    z.strictObject({ operator: z.literal(["outside", "inside"]), ...limits(band), recovery: band.optional() }),
    z.strictObject({ operator: z.literal("equal"), ...limits(number) }),
  ],
  { error: operatorError },
);

/** When a value is bad. `warning` is reached before `critical`; once it fires, `recovery` is the limit that ends it. */
export const Condition = shape.superRefine((condition, context) => {
  const fault = faultOf(condition);
  if (fault) context.addIssue({ code: "custom", path: [fault.field], message: fault.message });
});
export type Condition = z.output<typeof shape>;
export type Operator = Condition["operator"];
type Of<O extends Operator> = Extract<Condition, { operator: O }>;
type Fault = { field: "critical" | "warning" | "recovery"; message: string };

function faultOf(condition: Condition): Fault | null {
  if (condition.critical === undefined && condition.warning === undefined)
    return { field: "critical", message: "Give a critical limit, a warning limit or both." };
  switch (condition.operator) {
    case "equal":
      return condition.critical === condition.warning
        ? { field: "warning", message: "Both values are the same. Leave the warning out." }
        : null;
    case "outside":
    case "inside":
      return bandFault(condition);
    default:
      return thresholdFault(condition);
  }
}

function thresholdFault({ operator, critical, warning, recovery }: Of<"above" | "below" | "change" | "changePercent">): Fault | null {
  const [safe, unsafe] = operator === "below" ? ["above", "below"] : ["below", "above"];
  const isSafer = (a: number, b: number) => (operator === "below" ? a > b : a < b);
  if (critical !== undefined && warning !== undefined && !isSafer(warning, critical))
    return {
      field: "warning",
      message: `For "${operator}" the warning limit must lie ${safe} the critical limit ${critical}, so that it is reached first.`,
    };
  const limit = critical ?? warning;
  if (recovery !== undefined && limit !== undefined && isSafer(limit, recovery))
    return {
      field: "recovery",
      message: `For "${operator}" the recovery limit must not lie ${unsafe} the limit ${limit}, which it recovers from.`,
    };
  return null;
}

function bandFault({ operator, critical, warning, recovery }: Of<"outside" | "inside">): Fault | null {
  const where = operator === "outside" ? "within" : "around";
  const isSafer = (a: Band, b: Band) => (operator === "outside" ? holds(b, a) : holds(a, b));
  if (critical && warning && (!isSafer(warning, critical) || isSafer(critical, warning)))
    return {
      field: "warning",
      message: `For "${operator}" the warning range must lie ${where} the critical range [${critical}], so that it is reached first.`,
    };
  const limit = critical ?? warning;
  if (recovery && limit && !isSafer(recovery, limit))
    return {
      field: "recovery",
      message: `For "${operator}" the recovery range must lie ${where} the range [${limit}], which it recovers from.`,
    };
  return null;
}

/** True when the outer range holds the inner one. */
const holds = (outer: Band, inner: Band) => outer[0] <= inner[0] && outer[1] >= inner[1];
