import { expect, test } from "vitest";
import type { CauseSegment } from "#lib/domain/analysis/answers/root-cause";
import { segmentGroups, segmentSummary } from "./segment-words.ts";

const segment = (value: string, change: Partial<CauseSegment> = {}): CauseSegment => ({
  segment: `region:${value}`,
  name: "region",
  value,
  rank: 1,
  contribution: -0.1,
  mix: 0,
  rate: -0.1,
  share: 0.61,
  referenceRows: 100,
  currentRows: 100,
  referenceShare: 0.5,
  currentShare: 0.5,
  referenceValue: 0.9,
  currentValue: 0.7,
  ...change,
});

test("the segment behind most of the change is named", () =>
  expect(
    segmentSummary({ label: "Accuracy", change: -0.161 }, [segment("Rest of state"), segment("Bay Area", { share: 0.39 })], "March 2022"),
  ).toBe("Accuracy, reference (ring) against March 2022 (dot). Rest of state accounts for 61\u202f% of the change of −0.161."));

test("a large segment that sent nothing is what matters most", () =>
  expect(
    segmentSummary(
      { label: "Accuracy", change: -0.1 },
      [segment("Los Angeles basin", { currentRows: 0, referenceShare: 0.77 })],
      "March 2022",
    ),
  ).toBe("Accuracy, reference (ring) against March 2022 (dot). Los Angeles basin, 77\u202f% of the reference, sent no rows."));

test("without a change nothing is blamed", () =>
  expect(segmentSummary({ label: "Accuracy", change: null }, [segment("a", { share: null })], "March 2022")).toBe(
    "Accuracy, reference (ring) against March 2022 (dot).",
  ));

test("segments of one column stay together", () =>
  expect(
    segmentGroups([segment("a"), { ...segment("x"), name: "channel" }, segment("b")]).map(({ name, segments }) => [name, segments.length]),
  ).toEqual([
    ["region", 2],
    ["channel", 1],
  ]));
