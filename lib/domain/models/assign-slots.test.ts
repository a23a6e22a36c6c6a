import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assignSlots, withoutSlots } from "./assign-slots.ts";
import { featureTypes, type ModelSchema, type StoredSchema } from "./model.ts";

const schema = (
  features: [string, "numeric" | "categorical" | "boolean"][],
  groups: string[] = [],
  segments: string[] = [],
): ModelSchema => ({
  features: features.map(([name, type]) => ({ name, type })),
  groups,
  segments,
});
const slots = (stored: StoredSchema) => [...stored.features, ...stored.groups, ...stored.segments].map(({ slot }) => slot);

describe("assignSlots", () => {
  test("numbers the columns of a new model from 0, features first", () => {
    const stored = assignSlots(schema([["income", "numeric"]], ["sex"], ["region"]));
    expect(stored).toEqual({
      features: [{ name: "income", type: "numeric", slot: 0 }],
      groups: [{ name: "sex", slot: 1 }],
      segments: [{ name: "region", slot: 2 }],
      nextSlot: 3,
    });
  });

  test("never gives the slot of a removed column to another", () => {
    const first = assignSlots(
      schema([
        ["a", "numeric"],
        ["b", "numeric"],
      ]),
    );
    const second = assignSlots(schema([["b", "numeric"]]), first);
    const third = assignSlots(
      schema([
        ["b", "numeric"],
        ["c", "numeric"],
      ]),
      second,
    );
    expect(third.features.map(({ slot }) => slot)).toEqual([1, 2]);
  });

  test("gives a feature whose type changed a new slot", () => {
    const first = assignSlots(schema([["a", "numeric"]]));
    expect(assignSlots(schema([["a", "categorical"]]), first).features[0]?.slot).toBe(1);
  });

  test("keeps slots when only expectations or the order change", () => {
    const first = assignSlots(
      schema([
        ["a", "numeric"],
        ["b", "boolean"],
      ]),
    );
    const changed = assignSlots(
      {
        ...schema([]),
        features: [
          { name: "b", type: "boolean" },
          { name: "a", type: "numeric", expectations: { min: 0 } },
        ],
      },
      first,
    );
    expect(changed.features.map(({ name, slot }) => [name, slot])).toEqual([
      ["b", 1],
      ["a", 0],
    ]);
    expect(changed.nextSlot).toBe(2);
  });

  test("a feature, a group and a segment of one name are three columns", () => {
    expect(new Set(slots(assignSlots(schema([["x", "categorical"]], ["x"], ["x"])))).size).toBe(3);
  });

  const anySchema = fc.record({
    features: fc.uniqueArray(fc.record({ name: fc.constantFrom("a", "b", "c", "d"), type: fc.constantFrom(...featureTypes) }), {
      selector: ({ name }) => name,
    }),
    groups: fc.uniqueArray(fc.constantFrom("g", "h")),
    segments: fc.uniqueArray(fc.constantFrom("s", "t")),
  });

  test("over any history a slot always means the same column and type", () => {
    fc.assert(
      fc.property(fc.array(anySchema, { maxLength: 12 }), (history) => {
        const meaning = new Map<number, string>();
        let stored: StoredSchema | undefined;
        for (const wanted of history) {
          stored = assignSlots(wanted, stored);
          expect(withoutSlots(stored)).toEqual(wanted);
          const now = [
            ...stored.features.map(({ slot, name, type }) => [slot, `feature ${name} ${type}`] as const),
            ...stored.groups.map(({ slot, name }) => [slot, `group ${name}`] as const),
            ...stored.segments.map(({ slot, name }) => [slot, `segment ${name}`] as const),
          ];
          expect(new Set(now.map(([slot]) => slot)).size).toBe(now.length);
          for (const [slot, what] of now) {
            expect(meaning.get(slot) ?? what).toBe(what);
            expect(slot).toBeLessThan(stored.nextSlot);
            meaning.set(slot, what);
          }
        }
      }),
    );
  });
});
