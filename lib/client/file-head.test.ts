import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { formatOf, headBytes, readHead, wholeLines } from "./file-head.ts";

describe("the format of a file", () => {
  const cases: [name: string, format: ReturnType<typeof formatOf>][] = [
    ["a.csv", { kind: "csv", gzip: false }],
    ["A.CSV.GZ", { kind: "csv", gzip: true }],
    ["a.ndjson", { kind: "ndjson", gzip: false }],
    ["a.jsonl.gz", { kind: "ndjson", gzip: true }],
    ["a.parquet", { kind: "parquet", gzip: false }],
    ["a.parquet.gz", null],
    ["a.xlsx", null],
    ["csv", null],
  ];
  test.each(cases)("of %s is told by its name", (name, format) => {
    expect(formatOf(name)).toEqual(format);
  });
});

describe("the head of a file", () => {
  const plain = { kind: "csv", gzip: false } as const;
  const packed = { kind: "csv", gzip: true } as const;

  test("is all of a small file", async () => {
    expect(await readHead(new Blob(["a,b\n1,2\n"]), plain)).toEqual({ text: "a,b\n1,2\n", complete: true });
  });

  test("is unpacked", async () => {
    expect(await readHead(new Blob([gzipSync("a,b\n1,ä\n")]), packed)).toEqual({ text: "a,b\n1,ä\n", complete: true });
  });

  test("of a large file is its first part and not complete", async () => {
    const head = await readHead(new Blob(["x".repeat(headBytes + 1)]), plain);
    expect(head.text.length).toBe(headBytes);
    expect(head.complete).toBe(false);
  });

  test("of a large packed file is what could be unpacked", async () => {
    const rows = Array.from(
      { length: 200_000 },
      (_, index) => `${(index * 2_654_435_761) % 4_294_967_291},${(index * index * 40_503) % 1_000_003}`,
    ).join("\n");
    const head = await readHead(new Blob([gzipSync(rows)]), packed);
    expect(rows.startsWith(head.text)).toBe(true);
    expect(head.text.length).toBeGreaterThan(10_000);
    expect(head.complete).toBe(false);
  });

  test("of a file that is not gzip says so", async () => {
    await expect(readHead(new Blob(["a,b\n1,2\n"]), packed)).rejects.toThrow("not gzip although its name says so");
  });

  test("keeps whole lines only", () => {
    expect(wholeLines({ text: "a\nb\nc", complete: false })).toBe("a\nb\n");
    expect(wholeLines({ text: "a\nb\nc", complete: true })).toBe("a\nb\nc");
  });
});
