import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { segmentEffects } from "./segment-effects.ts";

const side = fc.nat(1000).chain((rows) => fc.nat(rows).map((total) => ({ total, rows })));
const segments = fc.array(fc.record({ reference: side, current: side }), { minLength: 1, maxLength: 6 });

describe("segment effects", () => {
  test("together make up the whole change", () => {
    fc.assert(
      fc.property(segments, (list) => {
        const found = segmentEffects(list);
        if (found === null) return;
        const sum = found.effects.reduce((total, { contribution }) => total + contribution, 0);
        expect(sum).toBeCloseTo(found.change, 9);
      }),
    );
  });

  test("a segment that only became worse has a rate effect and no mix effect", () => {
    const found = segmentEffects([
      { reference: { total: 90, rows: 100 }, current: { total: 60, rows: 100 } },
      { reference: { total: 80, rows: 100 }, current: { total: 80, rows: 100 } },
    ]);
    expect(found?.effects[0]).toMatchObject({ mix: expect.closeTo(0, 12), rate: expect.closeTo(-0.15, 12) });
    expect(found?.effects[1]).toMatchObject({ mix: expect.closeTo(0, 12), rate: expect.closeTo(0, 12) });
  });

  test("a segment that appears is all mix", () => {
    const found = segmentEffects([
      { reference: { total: 90, rows: 100 }, current: { total: 90, rows: 100 } },
      { reference: { total: 0, rows: 0 }, current: { total: 20, rows: 100 } },
    ]);
    expect(found?.effects[1]?.rate).toBe(0);
    expect(found?.effects[1]?.mix).toBeLessThan(0);
  });

  test("nothing can be said of a side without rows", () => {
    expect(segmentEffects([{ reference: { total: 0, rows: 0 }, current: { total: 1, rows: 2 } }])).toBeNull();
  });
});
