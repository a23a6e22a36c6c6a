import { expect, test } from "vitest";
import { knownLimits, knownValuesOf, noKnownValues, openRegistry, resolve, takeAdditions } from "./known-values.ts";

test("a new value is counted apart and listed once as an addition", () => {
  const known = openRegistry({ ...noKnownValues, groups: { sex: ["female"] } });
  expect(["female", "male", "male"].map((value) => resolve(known, "groups", "sex", value))).toEqual(["female", "male", "male"]);
  expect(takeAdditions(known)).toEqual([{ kind: "groups", name: "sex", value: "male" }]);
  expect(takeAdditions(known)).toEqual([]);
  expect(knownValuesOf(known)).toEqual({ groups: { sex: ["female", "male"] }, segments: {}, classes: [] });
});

test.each(["groups", "segments", "classes"] as const)("%s beyond the limit are pooled, each name with a limit of its own", (kind) => {
  const known = openRegistry(noKnownValues);
  for (let index = 0; index < knownLimits[kind]; index++) expect(resolve(known, kind, "a", `v${index}`)).toBe(`v${index}`);
  expect(resolve(known, kind, "a", "one more")).toBe("other");
  expect(resolve(known, kind, "a", "v0")).toBe("v0");
  expect(resolve(known, kind, "b", "one more")).toBe("one more");
});

test("a missing value and the pool itself take no room", () => {
  const known = openRegistry(noKnownValues);
  expect([resolve(known, "groups", "sex", ""), resolve(known, "groups", "sex", "other")]).toEqual(["", "other"]);
  expect(takeAdditions(known)).toEqual([]);
});

test("names that every object inherits are names like others", () => {
  const known = openRegistry({ ...noKnownValues, groups: { constructor: ["x"] } });
  expect(resolve(known, "groups", "toString", "constructor")).toBe("constructor");
  expect(openRegistry(knownValuesOf(known)).seen.groups.get("toString")).toEqual(new Set(["constructor"]));
});
