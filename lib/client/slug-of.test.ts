import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Slug } from "#lib/domain/models/model";
import { slugOf } from "./slug-of.ts";

describe("a slug of a name", () => {
  const cases: [name: string, slug: string][] = [
    ["Credit risk", "credit-risk"],
    ["  Kredit-Risiko (neu) ", "kredit-risiko-neu"],
    ["Größe für Straßen", "grosse-fur-strassen"],
    ["v2.1 / beta", "v2-1-beta"],
    ["日本", ""],
  ];
  test.each(cases)("of %j is %j", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  test("is one that the server takes, or empty", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (name) => slugOf(name) === "" || Slug.safeParse(slugOf(name)).success),
    );
  });
});
