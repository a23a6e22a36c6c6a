import { expect, test } from "vitest";
import { signInWait } from "./sign-in-throttle.ts";

test.each([
  { kind: "email" as const, failures: 1, seconds: 0 },
  { kind: "email" as const, failures: 4, seconds: 0 },
  { kind: "email" as const, failures: 5, seconds: 10 },
  { kind: "email" as const, failures: 6, seconds: 20 },
  { kind: "email" as const, failures: 40, seconds: 900 },
  { kind: "address" as const, failures: 40, seconds: 0 },
  { kind: "address" as const, failures: 41, seconds: 10 },
])("after $failures failures of one $kind the next try waits $seconds s", ({ kind, failures, seconds }) => {
  expect(signInWait(kind, failures)).toBe(seconds);
});
