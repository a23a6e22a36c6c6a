import { expect, test } from "vitest";
import { plan, wantedOf } from "./test-plan.ts";

const everything = plan.flat();

test.each([
  { name: "no words mean everything", words: [], stages: everything, args: {}, demo: true },
  { name: "one stage", words: ["unit"], stages: ["unit"], args: {}, demo: true },
  { name: "two stages", words: ["lint", "types"], stages: ["lint", "types"], args: {}, demo: true },
  {
    name: "words after a stage belong to its tool",
    words: ["e2e", "sign-in.spec.ts", "--headed"],
    stages: ["e2e", "build"],
    args: { e2e: ["sign-in.spec.ts", "--headed"] },
    demo: true,
  },
  { name: "a file of tests names its stage", words: ["lib/x.test.ts"], stages: ["unit"], args: { unit: ["lib/x.test.ts"] }, demo: true },
  {
    name: "a file of integration tests too",
    words: ["a.integration.test.ts"],
    stages: ["integration"],
    args: { integration: ["a.integration.test.ts"] },
    demo: true,
  },
  { name: "--empty leaves the demo data out", words: ["--empty"], stages: everything, args: {}, demo: false },
])("$name", ({ words, stages, args, demo }) => {
  expect(wantedOf(words)).toEqual({ stages, args, demo });
});

test("a word that is neither is refused with the stages there are", () => {
  expect(() => wantedOf(["speed"])).toThrow(`“speed” is neither a stage (${everything.join(", ")}) nor a file of tests.`);
});
