import { expect, test } from "vitest";
import type { EventRow } from "#lib/domain/events/event";
import { arrivingIn } from "./arriving.ts";

const row = (over: Partial<EventRow> = {}): EventRow => ({
  id: "a",
  atMicros: 0,
  score: null,
  prediction: null,
  label: null,
  latencyMs: null,
  error: null,
  cells: [],
  scores: null,
  attributions: null,
  ...over,
});
const schema = { features: [], groups: [{ name: "sex", slot: 1 }], segments: [], nextSlot: 2 };
const known = { labelledShare: 0, versions: ["v1"] };

test("counts the rows that carry each thing", () => {
  const rows = [
    row({ score: 0.5, latencyMs: 3 }),
    row({ prediction: "1", cells: [undefined, "f"], error: "timeout" }),
    row({ attributions: { a: 1 } }),
  ];
  expect(arrivingIn({ schema }, rows, known)).toEqual({
    rows: 3,
    by: { predictions: 2, scores: 1, labels: 0, groups: 1, latency: 1, errors: 1, versions: 0, attributions: 1 },
  });
});

test("labels that come late are known from what was counted", () => {
  expect(arrivingIn({ schema }, [row(), row()], { ...known, labelledShare: 0.9 }).by.labels).toBe(2);
});

test("the version that stands for none says nothing, a real one does", () => {
  expect(arrivingIn({ schema }, [row()], known).by.versions).toBe(0);
  expect(arrivingIn({ schema }, [row()], { ...known, versions: ["v1", "2024-05"] }).by.versions).toBe(1);
});
