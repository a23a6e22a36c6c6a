import { describe, expect, test } from "vitest";
import { preview } from "./preview.ts";
import { PreviewAnswer } from "./preview-answer.ts";
import { PreviewInput } from "./preview-input.ts";
import { stepRule } from "./step-rule.ts";

const START = Date.parse("2026-01-01T00:00:00Z");
const at = (minute: number) => new Date(START + minute * 60_000).toISOString().replace(".000Z", "Z");
const points = (values: readonly (number | null | "error")[]) => values.map((value, i) => [at(i), value]);

function tried(rule: object, series: object[]) {
  const input = PreviewInput.parse({ rule, series });
  return preview({ rule: stepRule(input.rule), series: input.series ?? [] });
}

const below = { condition: { operator: "below", critical: 0.7, warning: 0.75 } };

describe("preview", () => {
  test("answers each evaluation, the episodes with their worst value, and how noisy it was", () => {
    const answer = tried(below, [{ labels: { model: "m" }, points: points([0.8, 0.74, 0.6, 0.65, 0.9, null, "error", 0.72]) }]);
    const labels = { model: "m" };
    expect(answer).toEqual({
      evaluations: [
        { time: at(0), labels, state: "normal", severity: null, value: 0.8 },
        { time: at(1), labels, state: "firing", severity: "warning", value: 0.74 },
        { time: at(2), labels, state: "firing", severity: "critical", value: 0.6 },
        { time: at(3), labels, state: "firing", severity: "critical", value: 0.65 },
        { time: at(4), labels, state: "normal", severity: null, value: 0.9 },
        { time: at(5), labels, state: "no_data", severity: null, value: null },
        { time: at(6), labels, state: "error", severity: null, value: null },
        { time: at(7), labels, state: "firing", severity: "warning", value: 0.72 },
      ],
      episodes: [
        { labels, start: at(1), end: at(4), severity: "critical", peak: 0.6 },
        { labels, start: at(7), end: null, severity: "warning", peak: 0.72 },
      ],
      summary: { episodes: 2, firingSeconds: 180, longestSeconds: 180, flapPercent: 17.566 },
    });
    expect(PreviewAnswer.parse(answer)).toEqual(answer);
  });

  test("runs each series on its own and orders all by time", () => {
    const answer = tried({ ...below, for: "1m" }, [
      { labels: { f: "a" }, points: points([0.6, 0.6, 0.8]) },
      { labels: { f: "b" }, points: points([0.8, 0.6]) },
      { labels: { f: "c" }, points: [] },
    ]);
    expect(answer.evaluations.map(({ labels, state }) => `${labels.f} ${state}`)).toEqual([
      "a pending",
      "b normal",
      "a firing",
      "b pending",
      "a normal",
    ]);
    expect(answer.summary).toMatchObject({ episodes: 1, firingSeconds: 60, longestSeconds: 60 });
  });

  test("shows no data from the very first point on", () => {
    const { evaluations } = tried(below, [{ labels: { f: "a" }, points: points(["error", null]) }]);
    expect(evaluations.map(({ labels, state }) => [labels.f, state])).toEqual([
      ["a", "error"],
      ["a", "no_data"],
    ]);
  });

  test("has no worst value for an alarm about missing values", () => {
    const { episodes } = tried({ ...below, noData: "alert" }, [{ labels: {}, points: points([null, 0.8]) }]);
    expect(episodes).toEqual([{ labels: {}, start: at(0), end: at(1), severity: "critical", peak: null }]);
  });

  test("leaves values of too few rows out of the worst one", () => {
    const input = PreviewInput.parse({ rule: { ...below, minimumSamples: 10 }, series: [] });
    const answer = preview({
      rule: stepRule(input.rule),
      series: [
        { labels: {}, points: [0.6, 0.1, 0.65].map((value, i) => ({ time: START + i * 60_000, value, samples: i === 1 ? 3 : 30 })) },
      ],
    });
    expect(answer.episodes).toMatchObject([{ peak: 0.6, end: null }]);
  });

  test("is empty without points", () => {
    expect(tried(below, [])).toEqual({
      evaluations: [],
      episodes: [],
      summary: { episodes: 0, firingSeconds: 0, longestSeconds: 0, flapPercent: 0 },
    });
  });

  test("takes 10,000 points in a tenth of a second", () => {
    const input = PreviewInput.parse({ rule: { ...below, for: "2m", keepFiringFor: "5m" }, series: [] });
    const series = [
      {
        labels: { model: "m" },
        points: Array.from({ length: 10_000 }, (_, i) => ({ time: START + i * 60_000, value: 0.7 + Math.sin(i / 7) / 5 })),
      },
    ];
    // The best of some runs: what else the machine does is not what is measured.
    const milliseconds = Array.from({ length: 5 }, () => {
      const before = performance.now();
      expect(preview({ rule: stepRule(input.rule), series }).evaluations).toHaveLength(10_000);
      return performance.now() - before;
    });
    expect(Math.min(...milliseconds)).toBeLessThan(100);
  });
});

describe("PreviewInput", () => {
  test.each([
    [{ rule: below }, "rule.query: Give the rule a query, or give series to try it on."],
    [{ rule: { ...below, query: { kind: "kpi", kpi: "k" } }, from: at(1), to: at(1) }, "to: Must be later than from."],
    [{ rule: below, series: [{ points: [["yesterday", 1]] }] }, "series.0.points.0.0: Write an instant such as 2026-01-01T00:00:00Z."],
    [{ rule: below, series: [{ points: [[at(0), "bad"]] }] }, 'series.0.points.0.1: Write a number, null or "error".'],
    [
      {
        rule: below,
        series: [
          {
            points: [
              [at(1), 1],
              [at(0), 1],
            ],
          },
        ],
      },
      "series.0.points.1.0: Each point must be later than the one before it.",
    ],
  ])("refuses %j and says what to do", (input, fault) => {
    const issues = PreviewInput.safeParse(input).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    expect(issues).toContain(fault);
  });
});
