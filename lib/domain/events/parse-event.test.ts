import { describe, expect, test } from "vitest";
import type { Model } from "#lib/domain/models/model";
import { eventParser, isFault } from "./parse-event.ts";

const nowMs = Date.UTC(2026, 5, 1, 12);
const model: Pick<Model, "task" | "schema" | "decisionThreshold" | "positiveLabel" | "retention"> = {
  task: "binary",
  decisionThreshold: 0.5,
  positiveLabel: 1,
  retention: { rows: 30 * 86_400 },
  schema: {
    features: [
      { name: "income", type: "numeric", slot: 0 },
      { name: "purpose", type: "categorical", slot: 1 },
      { name: "returning", type: "boolean", slot: 2 },
    ],
    groups: [{ name: "sex", slot: 3 }],
    segments: [{ name: "region", slot: 5 }],
    nextSlot: 6,
  },
};
const good = { id: "a", timestamp: "2026-06-01T00:00:00Z" };

function parse(line: object, options: { text?: boolean; reference?: boolean; model?: Partial<typeof model> } = {}) {
  const unknown: string[] = [];
  const { text = false, reference = false } = options;
  const parsed = eventParser({ model: { ...model, ...options.model }, nowMs, text, reference })(line, (path) => unknown.push(path));
  return { parsed, unknown };
}
const row = (...args: Parameters<typeof parse>) => {
  const { parsed } = parse(...args);
  if (isFault(parsed)) throw new Error(`${parsed.path}: ${parsed.message}`);
  return parsed;
};
const faultAt = (...args: Parameters<typeof parse>) => {
  const { parsed } = parse(...args);
  return isFault(parsed) ? parsed.path : "accepted";
};

describe("a line is refused with the path of what is wrong", () => {
  test.each([
    ["no id", { timestamp: good.timestamp }, "id"],
    ["an empty id", { ...good, id: "" }, "id"],
    ["an id of spaces", { ...good, id: "  " }, "id"],
    ["an id of 201 characters", { ...good, id: "x".repeat(201) }, "id"],
    ["an id with a zero byte, which the database cannot hold", { ...good, id: "a\0" }, "id"],
    ["an id with half a surrogate pair", { ...good, id: "a\ud800" }, "id"],
    ["an id beyond the whole numbers of a double", { ...good, id: 2 ** 60 }, "id"],
    ["an id that is an object", { ...good, id: {} }, "id"],
    ["no time", { id: "a" }, "timestamp"],
    ["a time that is none", { ...good, timestamp: "yesterday" }, "timestamp"],
    ["a day that does not exist", { ...good, timestamp: "2026-02-30T00:00:00Z" }, "timestamp"],
    ["a time as a number", { ...good, timestamp: 1_780_000_000 }, "timestamp"],
    ["a time before 1990", { ...good, timestamp: "1989-12-31T23:59:59Z" }, "timestamp"],
    ["a time more than an hour ahead", { ...good, timestamp: "2026-06-01T13:00:01Z" }, "timestamp"],
    ["a time older than rows are kept", { ...good, timestamp: "2026-05-01T00:00:00Z" }, "timestamp"],
    ["a version of 101 characters", { ...good, version: "v".repeat(101) }, "version"],
    ["a version of spaces", { ...good, version: " " }, "version"],
    ["a score above 1", { ...good, score: 1.01 }, "score"],
    ["a score as text", { ...good, score: "0.5" }, "score"],
    ["a score that is not a number", { ...good, score: Number.NaN }, "score"],
    ["an infinite score", { ...good, score: Number.POSITIVE_INFINITY }, "score"],
    ["a score of 1e308", { ...good, score: 1e308 }, "score"],
    ["a prediction of no class", { ...good, prediction: 7 }, "prediction"],
    ["a label of no class", { ...good, label: "perhaps" }, "label"],
    ["a latency below 0", { ...good, latencyMs: -1 }, "latencyMs"],
    ["an error that is an object", { ...good, error: { code: 1 } }, "error"],
    ["features in a list", { ...good, features: [1] }, "features"],
    ["a feature of 1e308", { ...good, features: { income: 1e308 } }, "features.income"],
    ["an infinite feature", { ...good, features: { income: Number.NEGATIVE_INFINITY } }, "features.income"],
    ["a category that is not finite", { ...good, features: { purpose: Number.NaN } }, "features.purpose"],
    ["a category with a zero byte", { ...good, features: { purpose: "a\0" } }, "features.purpose"],
    ["a group that is not finite", { ...good, groups: { sex: Number.POSITIVE_INFINITY } }, "groups.sex"],
    ["a class named __proto__", { ...good, scores: JSON.parse('{"__proto__":0.5}') }, "scores"],
    ["a category of a megabyte", { ...good, features: { purpose: "x".repeat(1 << 20) } }, "features.purpose"],
    ["a group value of 201 characters", { ...good, groups: { sex: "x".repeat(201) } }, "groups.sex"],
    ["a segment value with a zero byte", { ...good, segments: { region: "a\0" } }, "segments.region"],
    ["an attribution as text", { ...good, attributions: { income: "much" } }, "attributions.income"],
    [
      "thousands of attributions",
      { ...good, attributions: Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [i, 1])) },
      "attributions",
    ],
    ["a probability above 1", { ...good, scores: { cat: 1.5 } }, "scores.cat"],
  ])("%s", (_what, line, path) => {
    expect(faultAt(line)).toBe(path);
  });

  test("what is not an object", () => {
    for (const raw of [null, 1, "a", [good]]) expect(isFault(eventParser({ model, nowMs })(raw, () => {}))).toBe(true);
  });
});

describe("a line is read", () => {
  test("with its score decided by the threshold, which it may reach", () => {
    expect(row({ ...good, score: 0.5 })).toMatchObject({ score: 0.5, prediction: "1", label: null, version: "v1" });
    expect(row({ ...good, score: 0.49 }).prediction).toBe("0");
    expect(row({ ...good, score: 0.9, prediction: 0 }).prediction).toBe("0");
    expect(row(good).prediction).toBeNull();
  });

  test("with numbers for id and version as text, and a time to the microsecond", () => {
    expect(row({ id: 12, timestamp: "2026-06-01T02:00:00.1234567+02:00", version: 3 })).toMatchObject({
      id: "12",
      version: "3",
      atMicros: Date.UTC(2026, 5, 1) * 1000 + 123_456,
    });
    expect(row({ ...good, timestamp: "2026-06-01 00:00:00" }).atMicros).toBe(Date.UTC(2026, 5, 1) * 1000);
    expect(row({ ...good, timestamp: "2026-06-01T13:00:00Z" }).atMicros).toBe((nowMs + 3_600_000) * 1000);
  });

  test("with values that lack their type kept as wrong, absent ones as missing, others as text", () => {
    const { cells } = row({
      ...good,
      features: { income: "high", purpose: 5, returning: true },
      groups: { sex: 0 },
      segments: { region: null },
    });
    expect([...cells]).toEqual([{ wrong: '"high"' }, "5", "true", "0", undefined, undefined]);
    expect([...row({ ...good, features: { income: null, purpose: { a: 1 }, returning: 7 } }).cells].slice(0, 3)).toEqual([
      undefined,
      { wrong: '{"a":1}' },
      { wrong: "7" },
    ]);
  });

  test("with what is nested too deeply to be written as JSON named only", () => {
    const deep = JSON.parse(`${"[".repeat(200_000)}${"]".repeat(200_000)}`);
    const { cells } = row({ ...good, features: { income: deep, purpose: deep, returning: deep } });
    expect([...cells].slice(0, 3)).toEqual([{ wrong: "[…]" }, { wrong: "[…]" }, { wrong: "[…]" }]);
    expect(faultAt({ ...good, error: deep })).toBe("error");
  });

  test("with what was wrong cut to whole characters", () => {
    const { cells } = row({ ...good, features: { income: `${"x".repeat(998)}😀` } });
    expect(cells[0]).toEqual({ wrong: `"${"x".repeat(998)}\ufffd` });
    expect(row({ ...good, error: "a\0b\ud800" }).error).toBe("ab\ufffd");
  });

  test("from text in time that does not grow with the square of its length", () => {
    const { cells } = row({ ...good, features: { income: `${"1".repeat(1 << 20)}x` } }, { text: true });
    expect(cells[0]).toEqual({ wrong: `"${"1".repeat(999)}` });
  });

  test("from text with a question mark for missing, which is a category and no number", () => {
    expect([...row({ ...good, features: { income: "?", purpose: "?", returning: "?" } }, { text: true }).cells].slice(0, 3)).toEqual([
      { wrong: '"?"' },
      "?",
      { wrong: '"?"' },
    ]);
  });

  test("without names that the model does not know, which are told", () => {
    const { parsed, unknown } = parse({ ...good, features: { income: 1, age: 2, constructor: 3 }, groups: { race: "x" } });
    expect(isFault(parsed)).toBe(false);
    expect(unknown).toEqual(["features.age", "features.constructor", "groups.race"]);
  });

  test("from text, where a number is a number and nothing is missing", () => {
    const line = {
      ...good,
      score: "0.25",
      label: "1.0",
      latencyMs: "12.5",
      error: "",
      features: { income: " 1e3 ", purpose: "", returning: "0" },
    };
    expect(row(line, { text: true })).toMatchObject({ score: 0.25, label: "1", latencyMs: 12.5, error: null });
    expect([...row(line, { text: true }).cells].slice(0, 3)).toEqual([1000, undefined, "false"]);
    expect(row({ ...good, features: { income: "0x10" } }, { text: true }).cells[0]).toEqual({ wrong: '"0x10"' });
    expect(faultAt({ ...good, features: { income: "Infinity" } }, { text: true })).toBe("features.income");
  });

  test("of a reference without id and time, and of any age", () => {
    expect(row({ score: 0.1 }, { reference: true })).toMatchObject({ id: "", atMicros: Number.NaN });
    expect(row({ timestamp: "1995-01-01T00:00:00Z" }, { reference: true }).atMicros).toBe(Date.UTC(1995, 0, 1) * 1000);
  });

  test("of several classes, the likeliest being the prediction", () => {
    const parsed = row({ ...good, scores: { cat: 0.2, dog: 0.7, bird: 0.1 }, label: "cat" }, { model: { task: "multiclass" } });
    expect(parsed).toMatchObject({ prediction: "dog", label: "cat", scores: { cat: 0.2, dog: 0.7, bird: 0.1 } });
  });
});
