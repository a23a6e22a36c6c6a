import "server-only";
import { z } from "zod";
import type { ApiField } from "#lib/domain/api/api-entry";

/** As much of a JSON Schema as is told in words. */
const Node = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  default: z.unknown().optional(),
});

const read = (schema: unknown) => Node.safeParse(schema).data ?? Node.parse({});
const deepest = 3;

/** "number", "up | down", "list of text", "number or null". */
export function typeText(schema: unknown): string {
  const node = read(schema);
  if (node.const !== undefined) return JSON.stringify(node.const);
  if (node.enum) return node.enum.map((value) => String(value)).join(" | ");
  const choices = node.anyOf ?? node.oneOf;
  if (choices) return [...new Set(choices.map(typeText))].join(" or ");
  if (node.type === "array") return node.items === undefined ? "list" : `list of ${typeText(node.items)}`;
  if (node.type === "string" && node.format === "date-time") return "time";
  if (node.type === undefined) return "any";
  return [node.type]
    .flat()
    .map((type) => (type === "string" ? "text" : type))
    .join(" or ");
}

/** The fields of an object schema; those of objects within it follow with their dotted names. */
export function schemaFields(schema: unknown, before = "", depth = 0): ApiField[] {
  const { properties = {}, required = [] } = read(schema);
  return Object.entries(properties).flatMap(([name, inner]) => {
    const node = read(inner);
    const field: ApiField = {
      name: `${before}${name}`,
      type: typeText(inner),
      required: required.includes(name),
      default: node.default === undefined || node.default === null ? null : JSON.stringify(node.default),
    };
    if (depth === deepest) return [field];
    return [field, ...schemaFields(inner, `${before}${name}.`, depth + 1), ...schemaFields(node.items, `${before}${name}[].`, depth + 1)];
  });
}
