import { expect, test } from "vitest";
import { bytes } from "./bytes.ts";

test.each([
  [0, "0\u202fB"],
  [812, "812\u202fB"],
  [12_400, "12.4\u202fKB"],
  [999_960, "1\u202fMB"],
  [256_000_000, "256\u202fMB"],
  [2_150_000_000, "2.2\u202fGB"],
])("%i bytes are %s", (count, text) => {
  expect(bytes(count)).toBe(text);
});
