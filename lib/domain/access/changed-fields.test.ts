import { expect, test } from "vitest";
import { changedFields } from "./changed-fields.ts";

test.each([
  { name: "equal things have no changes", before: { a: 1 }, after: { a: 1 }, fields: [] },
  {
    name: "a changed field",
    before: { role: "engineer" },
    after: { role: "admin" },
    fields: [{ path: "role", before: "engineer", after: "admin" }],
  },
  {
    name: "a nested field",
    before: { a: { b: 1, c: 2 } },
    after: { a: { b: 3, c: 2 } },
    fields: [{ path: "a.b", before: "1", after: "3" }],
  },
  { name: "a new thing", before: null, after: { name: "x" }, fields: [{ path: "name", before: null, after: "x" }] },
  { name: "lists are compared whole", before: { l: [1] }, after: { l: [1, 2] }, fields: [{ path: "l", before: "[1]", after: "[1,2]" }] },
])("$name", ({ before, after, fields }) => {
  expect(changedFields(before, after)).toEqual(fields);
});
