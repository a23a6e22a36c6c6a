import { expect, test } from "vitest";
import { apiRoutes } from "../api-routes.ts";
import { apiSections } from "./api-sections.ts";
import { schemaFields, typeText } from "./schema-fields.ts";

const sections = apiSections(apiRoutes);

test("holds every route once, by noun", () => {
  expect(sections.flatMap(({ entries }) => entries)).toHaveLength(apiRoutes.length);
  expect(sections.map(({ name }) => name)).toEqual(expect.arrayContaining(["models", "kpis", "incidents", "me"]));
});

test("an entry says who may, what to send and how to try it", () => {
  const entry = sections.flatMap(({ entries }) => entries).find(({ id }) => id === "postModelsSlugPredictions");
  expect(entry).toMatchObject({
    permission: "data:write",
    role: "scientist",
    status: 200,
    body: { types: ["application/x-ndjson", "text/csv"], fields: [] },
  });
  expect(entry?.inPath).toEqual([{ name: "slug", type: "text", required: true, default: null }]);
  expect(entry?.example).toContain('curl -X POST "$MODELWATCH_URL/api/v1/models/{slug}/predictions"');
});

test.each([
  [{ type: "number" }, "number"],
  [{ type: "string", format: "date-time" }, "time"],
  [{ enum: ["up", "down"] }, "up | down"],
  [{ anyOf: [{ type: "number" }, { type: "null" }] }, "number or null"],
  [{ type: "array", items: { type: "string" } }, "list of text"],
  [{ type: ["string", "null"] }, "text or null"],
  [{ const: "pushed" }, '"pushed"'],
  [{}, "any"],
])("%j is %s", (schema, text) => expect(typeText(schema)).toBe(text));

test("fields of objects within follow with their dotted names", () => {
  const inner = { type: "object", required: ["b"], properties: { b: { type: "integer", default: 3 } } };
  const list = { type: "array", items: inner };
  expect(schemaFields({ type: "object", properties: { a: inner, c: list } })).toEqual([
    { name: "a", type: "object", required: false, default: null },
    { name: "a.b", type: "integer", required: true, default: "3" },
    { name: "c", type: "list of object", required: false, default: null },
    { name: "c[].b", type: "integer", required: true, default: "3" },
  ]);
});
