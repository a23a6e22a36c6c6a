import type { Cell, EventRow } from "#lib/domain/events/event";
import type { Model, StoredSchema, Task } from "#lib/domain/models/model";

/** A small seeded generator (mulberry32) of numbers in [0, 1): the same seed, the same numbers. */
export function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The schema that `randomEvents` fills: numbers with many and few values, a category, a boolean, two groups, a segment. */
export const randomSchema: StoredSchema = {
  features: [
    { name: "income", type: "numeric", slot: 0, expectations: { min: 0 } },
    { name: "age", type: "numeric", slot: 1 },
    { name: "purpose", type: "categorical", slot: 2, expectations: { values: ["car", "house", "school"] } },
    { name: "returning", type: "boolean", slot: 3 },
  ],
  groups: [
    { name: "sex", slot: 4 },
    { name: "purpose", slot: 2 },
  ],
  segments: [{ name: "region", slot: 5 }],
  nextSlot: 6,
};

export const randomClasses = ["bird", "cat", "dog"] as const;

/** The parts of a model that counting needs, for each task. */
export function randomModel(task: Task): Pick<Model, "task" | "decisionThreshold" | "positiveLabel" | "schema"> {
  return { task, decisionThreshold: 0.5, positiveLabel: task === "multiclass" ? "cat" : 1, schema: randomSchema };
}

export type RandomEvents = { task: Task; rows: number; seed: number; startMs?: number; stepMs?: number };

/**
 * Rows with everything that real ones have: missing and wrong values, unseen and rare categories, rows without score, prediction or label,
 * errors, latency of 0, attributions. From 2026-01-01 UTC, a minute apart unless said. The later half has drifted.
 */
export function randomEvents({ task, rows, seed, startMs = Date.UTC(2026, 0, 1), stepMs = 60_000 }: RandomEvents): EventRow[] {
  const random = mulberry32(seed);
  return Array.from({ length: rows }, (_, index) => ({
    id: `e${seed}-${index}`,
    atMicros: (startMs + index * stepMs) * 1000 + Math.floor(random() * 1000),
    latencyMs: chance(random, 0.9) ? Math.fround(chance(random, 0.05) ? 0 : -20 * Math.log(1 - random())) : null,
    error: chance(random, 0.02) ? "timeout" : null,
    cells: cellsOf(random, index >= rows / 2),
    attributions: chance(random, 0.7) ? { income: random() - 0.5, purpose: random() * 0.1 } : null,
    ...outcomeOf(task, random),
  }));
}

function cellsOf(random: () => number, drifted: boolean): Cell[] {
  const income = Math.round(Math.exp(9 + random() * (drifted ? 3 : 2)) * 100) / 100 - 5000;
  const purposes = drifted ? ["car", "house", "boat", "school"] : ["car", "car", "house", "school", `rare ${Math.floor(random() * 40)}`];
  return [
    mostly(random, income, { wrong: '"a lot"' }),
    mostly(random, 18 + Math.floor(random() * 40), { wrong: "true" }),
    mostly(random, pick(random, purposes), { wrong: "[1,2]" }),
    mostly(random, chance(random, 0.3) ? "true" : "false", { wrong: "7" }),
    mostly(random, pick(random, ["female", "male", "male"]), "diverse"),
    mostly(random, `region ${Math.floor(random() ** 2 * 60)}`, "nowhere"),
  ];
}

function outcomeOf(task: Task, random: () => number): Pick<EventRow, "score" | "prediction" | "label" | "scores"> {
  const labelled = chance(random, 0.7);
  if (task === "regression") {
    const actual = chance(random, 0.05) ? 0 : Math.round(random() * 10_000) / 100;
    const prediction = chance(random, 0.95) ? String(actual + Math.round((random() - 0.4) * 1000) / 100) : null;
    return { score: null, scores: null, prediction, label: labelled ? String(actual) : null };
  }
  if (task === "multiclass") {
    const [bird, cat] = [random() / 2, random() / 2];
    const scores = chance(random, 0.9) ? { bird, cat, dog: 1 - bird - cat } : null;
    const prediction = chance(random, 0.95) ? pick(random, randomClasses) : null;
    return { score: null, scores, prediction, label: labelled ? pick(random, [...randomClasses, "fish"]) : null };
  }
  const score = chance(random, 0.95) ? pick(random, [random(), Math.round(random() * 100) / 100, random() ** 20, 0, 1]) : null;
  const prediction = score === null || chance(random, 0.2) ? null : score >= 0.5 ? "1" : "0";
  return { score, scores: null, prediction, label: labelled ? (chance(random, score ?? 0.5) ? "1" : "0") : null };
}

function mostly(random: () => number, value: Cell, otherwise: Cell): Cell {
  const dice = random();
  if (dice < 0.05) return undefined;
  return dice < 0.07 ? otherwise : value;
}

const chance = (random: () => number, probability: number): boolean => random() < probability;

function pick<Item>(random: () => number, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError("There is nothing to pick from.");
  return item;
}
