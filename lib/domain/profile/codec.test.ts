import { describe, expect, test } from "vitest";
import type { EventRow } from "#lib/domain/events/event";
import { mulberry32, randomEvents, randomModel } from "#lib/testing/random-events";
import { decodeProfile, encodeProfile } from "./codec.ts";
import { compileSpec } from "./compiled-spec.ts";
import { addRow } from "./counting.ts";
import { emptyProfile } from "./empty-profile.ts";
import { freezeSpec, specWithoutReference } from "./freeze.ts";
import { noKnownValues, openRegistry } from "./known-values.ts";

describe("encodeProfile", () => {
  test("keeps an hour of 1,389 rows with 20 columns within 4.5 kB", () => {
    const random = mulberry32(5);
    const features = Array.from({ length: 20 }, (_, slot) => ({ name: `f${slot}`, type: "numeric" as const, slot }));
    const model = { ...randomModel("binary"), schema: { features, groups: [], segments: [], nextSlot: 20 } };
    const rows = Array.from({ length: 1389 }, (_, index): EventRow => {
      const score = Math.round(random() * 1000) / 1000;
      const label = random() < score ? "1" : "0";
      const cells = features.map(() => random());
      return {
        id: `${index}`,
        atMicros: index,
        score,
        prediction: null,
        label,
        latencyMs: null,
        error: null,
        cells,
        scores: null,
        attributions: null,
      };
    });
    const spec = freezeSpec({ model, rows, version: 1 });
    const [profile, known, compiled] = [emptyProfile(spec), openRegistry(noKnownValues), compileSpec(spec)];
    for (const row of rows) addRow(profile, compiled, known, row);
    expect(encodeProfile(profile, spec).length).toBeLessThan(4500);
  });

  test("needs a few dozen bytes for no rows", () => {
    const spec = specWithoutReference(randomModel("binary"));
    expect(encodeProfile(emptyProfile(spec), spec).length).toBeLessThan(40);
  });

  test("refuses counts below zero", () => {
    const spec = specWithoutReference(randomModel("binary"));
    expect(() => encodeProfile({ ...emptyProfile(spec), labelled: -1 }, spec)).toThrow("-1 is not a count.");
  });
});

describe("decodeProfile", () => {
  const spec = specWithoutReference(randomModel("binary"));
  const [profile, known, compiled] = [emptyProfile(spec), openRegistry(noKnownValues), compileSpec(spec)];
  for (const row of randomEvents({ task: "binary", rows: 50, seed: 2 })) addRow(profile, compiled, known, row);
  const bytes = encodeProfile(profile, spec);

  test("says that bytes end too early or late", () => {
    for (let length = 1; length < bytes.length; length += 7)
      expect(() => decodeProfile(bytes.subarray(0, length), spec)).toThrow("its bytes are damaged");
    expect(() => decodeProfile(Uint8Array.from([...bytes, 0]), spec)).toThrow("its bytes are damaged");
  });

  test("says that the format or the schema is another one", () => {
    expect(() => decodeProfile(Uint8Array.from([9, ...bytes.subarray(1)]), spec)).toThrow("a format that this version does not know");
    expect(() => decodeProfile(bytes, specWithoutReference(randomModel("regression")))).toThrow("counted with another schema");
    expect(() => decodeProfile(bytes, { ...spec, groups: [] })).toThrow("counted with another schema");
  });

  test("reads from the middle of a larger buffer", () => {
    const larger = new Uint8Array(bytes.length + 10);
    larger.set(bytes, 3);
    expect(decodeProfile(larger.subarray(3, 3 + bytes.length), spec)).toEqual(profile);
  });
});
