import { expect, test } from "vitest";
import { kept } from "./kept.ts";

test("what was looked up is kept, the longest unused goes first", async () => {
  const asked: string[] = [];
  const keep = kept<string>(2);
  const get = (key: string) =>
    keep(key, async () => {
      asked.push(key);
      return key.toUpperCase();
    });
  for (const key of ["a", "b", "a", "c", "a", "b"]) expect(await get(key)).toBe(key.toUpperCase());
  expect(asked).toEqual(["a", "b", "c", "b"]);
});

test("a failed look-up is asked again", async () => {
  const keep = kept<number>(2);
  await expect(keep("a", async () => Promise.reject(new Error("away")))).rejects.toThrow("away");
  expect(await keep("a", async () => 1)).toBe(1);
});
