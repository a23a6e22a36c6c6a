import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, test } from "vitest";
import type { LineBatch } from "./line-batch.ts";
import { readBody } from "./read-body.ts";

type Options = Partial<Omit<Parameters<typeof readBody>[0], "stream">> & { chunks?: number[] };

/** The bytes in chunks that end at the given places. */
async function* chunked(bytes: Uint8Array, ends: number[]): AsyncGenerator<Uint8Array> {
  let start = 0;
  for (const end of [...ends.filter((place) => place <= bytes.length).sort((a, b) => a - b), bytes.length]) {
    yield bytes.subarray(start, end);
    start = end;
  }
}

async function readAll(content: string | Uint8Array, { contentType = "application/x-ndjson", chunks = [], ...options }: Options = {}) {
  const items: LineBatch["items"] = [];
  const { text, batches } = await readBody({ stream: chunked(Buffer.from(content), chunks), contentType, ...options });
  let failure: unknown = null;
  try {
    for await (const batch of batches) items.push(...batch.items);
  } catch (error) {
    failure = error;
  }
  return { text, items, failure };
}

const itemsOf = async (...args: Parameters<typeof readAll>) => (await readAll(...args)).items;
const short = async (...args: Parameters<typeof readAll>) =>
  (await itemsOf(...args)).map((item) => ("raw" in item ? [item.line, item.raw] : [item.line, item.code, item.message]));
const csv = { contentType: "text/csv" };
const events = '{"id":"a"}\n{"id":"b"}\n';
const both = [
  [1, { id: "a" }],
  [2, { id: "b" }],
];

describe("one JSON object a line", () => {
  test.each([
    ["a line break at the end", events],
    ["none at the end", events.trimEnd()],
    ["a byte order mark", `\uFEFF${events}`],
    ["line breaks of Windows", events.replaceAll("\n", "\r\n")],
  ])("with %s", async (_what, content) => {
    expect(await short(content)).toEqual(both);
  });

  test("counts blank lines and skips them", async () => {
    expect(await short('\n{"id":"a"}\n  \r\n\n{"id":"b"}\n\n')).toEqual([
      [2, { id: "a" }],
      [5, { id: "b" }],
    ]);
  });

  test("takes the last of keys given twice", async () => {
    expect(await short('{"id":"a","id":"b"}')).toEqual([[1, { id: "b" }]]);
  });

  test("names the line that is no JSON and goes on", async () => {
    expect(await short('{"id":"a"}\n{"id":\n{"score":NaN}\n7\n')).toEqual([
      [1, { id: "a" }],
      [2, "invalid", "The line is not valid JSON. Unexpected end of JSON input"],
      [3, "invalid", "The line is not valid JSON. NaN and Infinity are not JSON, send null."],
      [4, 7],
    ]);
  });

  test("names the line that is no UTF-8 and goes on", async () => {
    const content = Buffer.concat([Buffer.from('{"id":"a"}\n{"id":"'), Buffer.from([0xff, 0xc3]), Buffer.from('"}\n{"id":"ü"}\n')]);
    expect(await short(content)).toEqual([
      [1, { id: "a" }],
      [2, "invalid", "The line is not valid UTF-8."],
      [3, { id: "ü" }],
    ]);
  });

  test("skips a line of more than 4 MB without keeping it, and goes on", async () => {
    const content = `{"id":"a"}\n{"id":"${"x".repeat(5 << 20)}"}\n{"id":"b"}\n`;
    expect(await short(content)).toEqual([
      [1, { id: "a" }],
      [2, "too_large", "The line is longer than 4 MB."],
      [3, { id: "b" }],
    ]);
    expect(await short(`{"id":"${"x".repeat(5 << 20)}`)).toEqual([[1, "too_large", "The line is longer than 4 MB."]]);
  });

  test("is read in batches of at most 5,000", async () => {
    const { batches } = await readBody({
      stream: chunked(Buffer.from('{"id":"a"}\n'.repeat(12_000)), []),
      contentType: "application/x-ndjson",
    });
    const sizes: number[] = [];
    for await (const { items } of batches) sizes.push(items.length);
    expect(sizes).toEqual([5_000, 5_000, 2_000]);
  });

  test("is nothing when the body is empty", async () => {
    expect(await short("")).toEqual([]);
  });
});

describe("a JSON document", () => {
  const json = { contentType: "application/json" };
  test.each([
    ["an array", '[{"id":"a"},{"id":"b"}]'],
    ["an array over several lines", '\n[\n  {"id":"a"},\n  {"id":"b"}\n]\n'],
    ["one object a line", events],
  ])("may be %s", async (_what, content) => {
    expect(await short(content, json)).toEqual(both);
  });

  test("may be one object over several lines", async () => {
    expect(await short('{\n  "id": "a"\n}\n', json)).toEqual([[1, { id: "a" }]]);
  });

  test("is read line by line when it is no document after all", async () => {
    expect((await short('{"id":\n{"id":"b"}\n', json)).map(([line, what]) => [line, what])).toEqual([
      [1, "invalid"],
      [2, { id: "b" }],
    ]);
  });

  test("that is a broken array is refused as a whole", async () => {
    expect((await readAll('[{"id":"a"},', json)).failure).toMatchObject({ code: "invalid" });
  });
});

describe("gzip", () => {
  const packed = gzipSync(events);
  test.each<[string, Options]>([
    ["declared as encoding", { contentEncoding: "gzip" }],
    ["declared as type", { contentType: "application/gzip" }],
    ["declared as both, packed once", { contentType: "application/x-gzip", contentEncoding: "gzip" }],
    ["not declared", {}],
    ["of a file", { contentType: "application/octet-stream", fileName: "a.ndjson.gz" }],
    ["of a file of the machine itself", { contentType: "", fileName: "a.ndjson.gz" }],
  ])("%s", async (_what, options) => {
    expect(await short(packed, options)).toEqual(both);
  });

  test("of a CSV is told by its content", async () => {
    const { text, items } = await readAll(gzipSync("id,score\na,1\n"), { contentType: "application/gzip" });
    expect([text, items]).toEqual([true, [{ line: 2, raw: { id: "a", score: "1" } }]]);
  });

  test("that breaks off gives what came before, then says so", async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `{"id":"${(index * 7919) % 104_729}"}\n`).join("");
    const all = gzipSync(lines);
    const { items, failure } = await readAll(all.subarray(0, all.length >> 1), { contentEncoding: "gzip" });
    expect(items.length).toBeGreaterThan(1_000);
    expect(items.every((item) => "raw" in item)).toBe(true);
    expect(failure).toMatchObject({ code: "invalid", message: "The gzip data is damaged." });
  });

  test("that is none is refused", async () => {
    await expect(readAll(events, { contentEncoding: "gzip" })).rejects.toMatchObject({
      code: "invalid",
      message: "The gzip data is damaged.",
    });
  });
});

describe("CSV", () => {
  test("gives text, in the shape of a line", async () => {
    const content = "id,timestamp,features.income,features.a.b,groups.sex,scores.cat,note\r\na,2026-01-01,12.5,x,f,0.1,hm\r\n";
    const { text, items } = await readAll(content, csv);
    expect(text).toBe(true);
    expect(items).toEqual([
      {
        line: 2,
        raw: { id: "a", timestamp: "2026-01-01", features: { income: "12.5", "a.b": "x" }, groups: { sex: "f" }, scores: { cat: "0.1" } },
      },
    ]);
  });

  test("may hold commas, quotes and line breaks in quotes; a line is where its record begins", async () => {
    const content = '\uFEFFid,version\n"a,1","say ""hi"""\n\n"b\r\nc",v\nd,5" pipe\ne,""\n';
    expect(await short(content, csv)).toEqual([
      [2, { id: "a,1", version: 'say "hi"' }],
      [4, { id: "b\r\nc", version: "v" }],
      [6, { id: "d", version: '5" pipe' }],
      [7, { id: "e", version: "" }],
    ]);
  });

  test("names the line with too few or too many columns and goes on", async () => {
    expect(await short("id,score\na\nb,1,2\nc,3\n", csv)).toEqual([
      [2, "invalid", "The line has 1 columns, the header has 2."],
      [3, "invalid", "The line has 3 columns, the header has 2."],
      [4, { id: "c", score: "3" }],
    ]);
  });

  test("loses only the line whose quote is wrong or never closed", async () => {
    const closing = "A quoted field goes on behind its closing quote. Double a quote that belongs to the text.";
    expect(await short('id,score\n"a"b,1\nb,2\n', csv)).toEqual([
      [2, "invalid", closing],
      [3, { id: "b", score: "2" }],
    ]);
    expect(await short('id,score\n"a,1\nb,2\nc,3\n', csv)).toEqual([
      [2, "invalid", "A quote is opened and never closed."],
      [3, { id: "b", score: "2" }],
      [4, { id: "c", score: "3" }],
    ]);
    const far = await short(`id,score\n"a,1\n${"b,2\n".repeat(25_000)}`, csv);
    expect([far.length, far[0]]).toEqual([25_001, [2, "too_large", "A quote is opened and not closed within 4 MB or 10,000 lines."]]);
  });

  test("with a line that is no UTF-8 loses that line, and the one whose quote it is in", async () => {
    const content = Buffer.concat([Buffer.from('id,score\n"a\n'), Buffer.from([0xff, 0x0a]), Buffer.from("b,2\n")]);
    expect(await short(content, csv)).toEqual([
      [2, "invalid", "A quoted field holds a line that cannot be read."],
      [3, "invalid", "The line is not valid UTF-8."],
      [4, { id: "b", score: "2" }],
    ]);
  });

  test("leaves out a column without a name", async () => {
    expect(await short(",id\n0,a\n", csv)).toEqual([[2, { id: "a" }]]);
  });

  test.each([
    ["that is empty", ""],
    ["without a header", "a,2026-01-01,0.5\n"],
    ["with semicolons", "id;score\na;1\n"],
    ["with a column twice", "id,score,id\na,1,b\n"],
    ["with features and a column of them", "id,features,features.a\n"],
    ["with a header whose quote is never closed", '"id,score\na,1\n'],
  ])("%s is refused as a whole", async (_what, content) => {
    const { items, failure } = await readAll(content, csv);
    expect([items, failure]).toMatchObject([[], { code: "invalid" }]);
  });
});

describe("a mapping", () => {
  const mapping = { y_pred_proba: "score", MedInc: "features.income", row: null, extra: "", absent: "label" };

  test("renames the columns of a table, leaves out what is mapped to nothing, and keeps what it does not name", async () => {
    expect(await short("row,id,y_pred_proba,MedInc,extra\n1,a,0.5,3,x\n", { ...csv, mapping })).toEqual([
      [2, { id: "a", score: "0.5", features: { income: "3" } }],
    ]);
  });

  test("renames the keys of JSON", async () => {
    expect(await short('{"row":1,"id":"a","y_pred_proba":0.5,"MedInc":3,"features":{"age":2},"note":1}\n7\n', { mapping })).toEqual([
      [1, { id: "a", score: 0.5, features: { age: 2, income: 3 }, note: 1 }],
      [2, 7],
    ]);
  });

  test.each([
    ["to what is no field", { a: "scor" }],
    ["of two columns to one field", { a: "score", b: "score" }],
    ["to a name that objects have", { a: "features.__proto__" }],
  ])("%s is refused", async (_what, wrong) => {
    await expect(readAll(events, { mapping: wrong })).rejects.toMatchObject({ code: "invalid" });
  });

  test("that makes two columns one is refused", async () => {
    expect((await readAll("id,score,p\na,1,2\n", { ...csv, mapping: { p: "score" } })).failure).toMatchObject({ code: "invalid" });
  });
});

describe("Parquet", () => {
  const file = (codec: "SNAPPY" | "UNCOMPRESSED" = "SNAPPY") =>
    Buffer.from(
      parquetWriteBuffer({
        codec,
        rowGroupSize: 2,
        columnData: [
          { name: "id", data: [1n, 2n, 9_007_199_254_740_993n], type: "INT64" },
          { name: "timestamp", data: ["a", "b", "c"].map((_, index) => new Date(Date.UTC(2026, 0, 1 + index))), type: "TIMESTAMP" },
          { name: "score", data: [0.1, 0.2, 0.3], type: "DOUBLE" },
          { name: "features.income", data: [1n, null, 3n], type: "INT64" },
          { name: "features.age", data: [1.5, Number.NaN, 3.5], type: "DOUBLE" },
          { name: "purpose", data: ["car", "x", null], type: "STRING" },
        ],
      }),
    );

  test.each<[string, Options]>([
    ["by its type", { contentType: "application/vnd.apache.parquet" }],
    ["by its first bytes", { contentType: "application/octet-stream" }],
    ["by its name", { contentType: "", fileName: "a.parquet" }],
  ])("is known %s and read row by row", async (_what, options) => {
    const { text, items } = await readAll(file(), { ...options, mapping: { purpose: "features.purpose" } });
    expect(text).toBe(false);
    expect(items).toEqual([
      { line: 1, raw: { id: 1, timestamp: "2026-01-01T00:00:00.000000Z", score: 0.1, features: { income: 1, age: 1.5, purpose: "car" } } },
      {
        line: 2,
        raw: { id: 2, timestamp: "2026-01-02T00:00:00.000000Z", score: 0.2, features: { income: null, age: null, purpose: "x" } },
      },
      {
        line: 3,
        raw: {
          id: "9007199254740993",
          timestamp: "2026-01-03T00:00:00.000000Z",
          score: 0.3,
          features: { income: 3, age: 3.5, purpose: null },
        },
      },
    ]);
  });

  test("may be packed with gzip", async () => {
    expect(await itemsOf(gzipSync(file()), { contentType: "application/gzip" })).toHaveLength(3);
  });

  test("that is damaged or none is refused", async () => {
    const type = { contentType: "application/vnd.apache.parquet" };
    expect((await readAll(file().subarray(0, 200), type)).failure).toMatchObject({ code: "invalid" });
    expect((await readAll("PAR1", type)).failure).toMatchObject({ code: "invalid" });
    await expect(readAll(events, type)).rejects.toMatchObject({ code: "invalid" });
  });
});

test.each<[string, Options, string | Uint8Array]>([
  ["an unknown content type", { contentType: "text/html" }, events],
  ["no content type", { contentType: "" }, events],
  ["another character set", { contentType: "text/csv; charset=iso-8859-1" }, "id\na\n"],
  ["an unknown encoding", { contentEncoding: "br" }, events],
  ["UTF-16", csv, Buffer.from("\uFEFFid,score\n", "utf16le")],
])("%s is refused", async (_what, options, content) => {
  await expect(readAll(content, options)).rejects.toMatchObject({ code: "invalid" });
});

test("a body from the web is closed when its reader leaves early", async () => {
  let cancelled = false;
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(Buffer.from(events.repeat(5_000))),
    cancel: () => {
      cancelled = true;
    },
  });
  const { batches } = await readBody({ stream, contentType: "application/x-ndjson" });
  for await (const { items } of batches) {
    expect(items).toHaveLength(5_000);
    break;
  }
  expect(cancelled).toBe(true);
});

test("a sender that goes away is not taken for damaged data, and what it sent before is given", async () => {
  const gone = new Error("aborted");
  async function* sender() {
    yield Buffer.from(events);
    throw gone;
  }
  const { batches } = await readBody({ stream: sender(), contentType: "application/x-ndjson" });
  expect((await batches.next()).value?.items).toHaveLength(2);
  await expect(batches.next()).rejects.toBe(gone);
});

describe("wherever the chunks are cut, the lines are the same", () => {
  const ndjson = Buffer.concat([
    Buffer.from('\uFEFF{"id":"ü€😀"}\r\n\n  \n{"id"\n'),
    Buffer.from([0x22, 0xff, 0x0a]),
    Buffer.from('{"id":"b"}'),
  ]);
  const table = Buffer.concat([
    Buffer.from('\uFEFFid,score\r\n"ü\r\n""€😀",1\r\n\r\nb\n"c"d,1\n'),
    Buffer.from([0xf0, 0x9f, 0x0a]),
    Buffer.from('e,"2"\n"f,3\ng,4'),
  ]);
  test.each<[string, Buffer, Options]>([
    ["of NDJSON", ndjson, {}],
    ["of CSV", table, csv],
    ["of gzip", gzipSync(table), { ...csv, contentEncoding: "gzip" }],
    ["of a JSON array", Buffer.from('[\n{"id":"ü€"},\n{"id":"b"}]\n'), { contentType: "application/octet-stream" }],
  ])("%s", async (_what, bytes, options) => {
    const whole = await readAll(bytes, options);
    expect(whole.items.length).toBeGreaterThan(1);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length)), async (chunks) => {
        expect(await readAll(bytes, { ...options, chunks })).toEqual(whole);
      }),
    );
  });
});
