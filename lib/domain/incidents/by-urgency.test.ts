import { expect, test } from "vitest";
import { byUrgency } from "./by-urgency.ts";

const one = { workflow: "open", severity: "critical", condition: "firing", number: 1 } as const;

test("open before acknowledged, critical before warning, firing before recovered, newest first", () => {
  const sorted = [
    { ...one, workflow: "acknowledged" as const, number: 9 },
    { ...one, severity: "warning" as const, number: 8 },
    { ...one, condition: "recovered" as const, number: 7 },
    one,
    { ...one, number: 2 },
  ].toSorted(byUrgency);
  expect(sorted.map(({ number }) => number)).toEqual([2, 1, 7, 8, 9]);
});
