import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EventRow } from "#lib/domain/events/event";
import { type Task, tasks } from "#lib/domain/models/model";
import { randomClasses, randomEvents, randomModel } from "#lib/testing/random-events";
import { decodeProfile, encodeProfile } from "./codec.ts";
import { compileSpec } from "./compiled-spec.ts";
import { addRow, changeLabel } from "./counting.ts";
import { emptyProfile } from "./empty-profile.ts";
import { freezeSpec } from "./freeze.ts";
import { noKnownValues, openRegistry } from "./known-values.ts";
import { mergeInto } from "./merge.ts";
import type { Profile } from "./profile.ts";
import { profileDifference } from "./same-profile.ts";

const seed = fc.integer({ min: 1, max: 1e9 });
const runs = { numRuns: 25 };

describe.each(tasks)("Profiles of a %s model", (task) => {
  const spec = freezeSpec({ model: randomModel(task), rows: randomEvents({ task, rows: 400, seed: 1 }), version: 1 });
  const compiled = compileSpec(spec);
  const count = (rows: EventRow[]): Profile => {
    const [profile, known] = [emptyProfile(spec), openRegistry(noKnownValues)];
    for (const row of rows) addRow(profile, compiled, known, row);
    return profile;
  };
  const merged = (...parts: Profile[]): Profile => {
    const total = emptyProfile(spec);
    for (const part of parts) mergeInto(total, part);
    return total;
  };
  const events = (from: number, rows = 60) => randomEvents({ task, rows, seed: from });

  test("add up in any order and grouping, and the empty one adds nothing", () => {
    fc.assert(
      fc.property(seed, seed, seed, (x, y, z) => {
        const [a, b, c] = [count(events(x)), count(events(y)), count(events(z))];
        expect(profileDifference(merged(a, b), merged(b, a))).toBeNull();
        expect(profileDifference(merged(merged(a, b), c), merged(a, merged(b, c)))).toBeNull();
        expect(profileDifference(merged(a, emptyProfile(spec)), a)).toBeNull();
      }),
      runs,
    );
  });

  test("of any parts of the rows, in any order, add up to the Profile of all of them", () => {
    fc.assert(
      fc.property(seed, fc.array(fc.nat({ max: 4 }), { minLength: 90, maxLength: 90 }), (from, parts) => {
        const rows = events(from, 90);
        const split = [0, 1, 2, 3, 4].map((part) => count(rows.filter((_, index) => parts[index] === part).reverse()));
        expect(profileDifference(merged(...split), count(rows))).toBeNull();
      }),
      runs,
    );
  });

  test("whose labels changed in any order equal a re-count with the last labels", () => {
    const label = fc.option(fc.constantFrom(...labelsOf(task)), { nil: null });
    fc.assert(
      fc.property(seed, fc.array(fc.tuple(fc.nat({ max: 29 }), label), { maxLength: 80 }), (from, changes) => {
        const rows = events(from, 30);
        const [profile, known] = [emptyProfile(spec), openRegistry(noKnownValues)];
        for (const row of rows) addRow(profile, compiled, known, row);
        const labels = rows.map((row) => row.label);
        for (const [index, next] of changes) {
          const row = rows[index];
          if (row === undefined) continue;
          changeLabel(profile, compiled, known, row, labels[index] ?? null, next);
          labels[index] = next;
        }
        expect(profileDifference(profile, count(rows.map((row, index) => ({ ...row, label: labels[index] ?? null }))))).toBeNull();
      }),
      runs,
    );
  });

  test("take a change of labels as a difference that is merged later", () => {
    const rows = events(7, 30);
    const [difference, known] = [emptyProfile(spec), openRegistry(noKnownValues)];
    const next = labelsOf(task)[0] ?? null;
    for (const row of rows) changeLabel(difference, compiled, known, row, row.label, next);
    expect(profileDifference(merged(count(rows), difference), count(rows.map((row) => ({ ...row, label: next }))))).toBeNull();
  });

  test("read back what was written", () => {
    fc.assert(
      fc.property(seed, fc.nat({ max: 300 }), (from, size) => {
        const profile = count(events(from, size));
        const back = decodeProfile(encodeProfile(profile, spec), spec);
        expect(back).toEqual(profile);
        expect(encodeProfile(back, spec)).toEqual(encodeProfile(profile, spec));
      }),
      runs,
    );
  });

  test("differ as soon as one row differs", () => {
    const rows = events(3);
    const [first, ...others] = rows;
    if (first === undefined) throw new Error("no rows");
    expect(profileDifference(count(rows), count(others))).toBe("rows: 60 against 59");
    expect(profileDifference(count(rows), count([{ ...first, cells: [] }, ...others]))).not.toBeNull();
  });
});

function labelsOf(task: Task): string[] {
  if (task === "regression") return ["0", "1.5", "-3", "88.25"];
  return task === "multiclass" ? [...randomClasses] : ["0", "1"];
}
