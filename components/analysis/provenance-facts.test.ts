import { expect, test } from "vitest";
import type { Provenance } from "#lib/domain/analysis/answers/common";
import { provenanceFacts } from "./provenance-facts.ts";

const provenance: Provenance = {
  method: "Rates from confusion counts",
  referenceVersion: 2,
  referenceRows: 5832,
  currentRows: 744,
  bins: null,
  floor: 0.0001,
  logBase: 2,
  labelCoverage: 1,
  dataSource: "postgres",
  computedAt: "2022-04-08T00:04:00Z",
  precision: "approximate",
  bounds: { rocAuc: 0.0012 },
  window: "1mo",
  timeZone: "Europe/Berlin",
  version: null,
  segment: "region:NE",
  pendingRows: 12,
};
const reference = { version: 2, rows: 5832, from: "2020-09-30T22:00:00Z", to: "2021-05-31T21:00:00Z" };
const factNamed = (name: string, items: readonly { name: string; value: unknown }[]) => items.find((item) => item.name === name)?.value;

test("a number says how it was computed, from what, and how far off it can be", () => {
  const { items, json } = provenanceFacts(
    { title: "ROC AUC", items: [{ name: "Value", value: "0.705" }] },
    { provenance, reference },
    "Europe/Berlin",
  );
  expect(items[0]).toEqual({ name: "Value", value: "0.705" });
  expect(factNamed("Precision", items)).toBe("approximate, rocAuc within 0.001");
  expect(factNamed("Current", items)).toBe("744 rows, 100\u202f% labelled");
  expect(factNamed("Reference", items)).toBe("version 2, 5,832 rows, 1 Oct 2020 – 31 May 2021");
  expect(factNamed("Windows", items)).toBe("1 month, cut in Europe/Berlin");
  expect(factNamed("Segment", items)).toBe("region:NE");
  expect(factNamed("Not counted yet", items)).toBe("12 rows");
  expect(factNamed("Computed", items)).toBe("8 Apr 2022, 02:04 Europe/Berlin");
  expect(JSON.parse(json ?? "")).toMatchObject({ title: "ROC AUC", provenance: { currentRows: 744 } });
});

test("what does not apply is left out, and a missing reference is said", () => {
  const { items } = provenanceFacts(
    { title: "Requests" },
    { provenance: { ...provenance, floor: null, logBase: null, pendingRows: 0 }, reference: null },
    "UTC",
  );
  expect(items.map(({ name }) => name)).not.toContain("Floor");
  expect(items.map(({ name }) => name)).not.toContain("Not counted yet");
  expect(factNamed("Reference", items)).toBe("none");
});
