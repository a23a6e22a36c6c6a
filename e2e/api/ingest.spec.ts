import { gzipSync } from "node:zlib";
import { parquetWriteBuffer } from "hyparquet-writer";
import {
  type Api,
  administrator,
  asCsv,
  asNdjson,
  counted,
  expect,
  expectProblem,
  type Json,
  ndjson,
  newModel,
  origin,
  sendPredictions,
  signIn,
  slugOf,
  test,
} from "./api.ts";

const schema = {
  features: [
    { name: "income", type: "numeric" },
    { name: "purpose", type: "categorical" },
    { name: "vip", type: "boolean" },
  ],
  groups: ["sex"],
  segments: ["region"],
};
const event = (id: string, over: object = {}) => ({ id, timestamp: "2021-06-01T00:00:00Z", version: "v1", score: 0.91, ...over });
const full = event("full", {
  prediction: 1,
  label: 1,
  features: { income: 42_000, purpose: "car", vip: true },
  groups: { sex: "female" },
  segments: { region: "NE" },
  latencyMs: 12.5,
  error: null,
  attributions: { income: 0.21 },
});
const clean = { accepted: 0, duplicates: 0, rejected: 0, errors: [] };

const window = async (api: Api, model: string) =>
  (await api.get(`/models/${model}/performance?from=2021-06-01T00:00:00Z&to=2021-06-01T01:00:00Z&window=1h`)).json.windows[0];

test.describe("predictions", () => {
  test("a line with everything is stored, and read back as it was sent", async ({ scientist }) => {
    const model = await newModel(scientist, "full", { schema });
    const sent = await scientist.post(`/models/${model}/predictions`, full, asNdjson);
    expect([sent.status, sent.type]).toEqual([200, "application/json"]);
    expect(sent.json).toMatchObject({ ...clean, accepted: 1 });
    const { items } = (await scientist.get(`/models/${model}/predictions?from=2021-06-01&to=2021-06-02`)).json;
    expect(items).toHaveLength(1);
    expect(Date.parse(items[0].timestamp)).toBe(Date.parse(full.timestamp));
    expect(items[0]).toMatchObject({
      id: "full",
      version: "v1",
      score: 0.91,
      prediction: 1,
      label: 1,
      latencyMs: 12.5,
      error: null,
      features: { income: 42_000, purpose: "car", vip: true },
      groups: { sex: "female" },
      segments: { region: "NE" },
      attributions: { income: 0.21 },
    });
  });

  test("the same again is a duplicate and changes nothing; another version or time is another event", async ({ scientist }) => {
    const model = await newModel(scientist, "again");
    const lines = [event("a"), event("b", { score: 0.2 }), event("a", { score: 0.1 })];
    expect(await sendPredictions(scientist, model, lines)).toMatchObject({ ...clean, accepted: 2, duplicates: 1 });
    expect(await sendPredictions(scientist, model, lines)).toMatchObject({ ...clean, duplicates: 3 });
    const others = [event("a", { version: "v2" }), event("a", { timestamp: "2021-06-01T00:00:01Z" })];
    expect(await sendPredictions(scientist, model, others)).toMatchObject({ ...clean, accepted: 2 });
    const same = [event("a", { timestamp: "2021-06-01T02:00:00+02:00" })];
    expect(await sendPredictions(scientist, model, same)).toMatchObject({ ...clean, duplicates: 1 });
    await counted(scientist, model);
    expect(await window(scientist, model)).toMatchObject({ predictions: 4 });
    const { items } = (await scientist.get(`/models/${model}/predictions?limit=100&from=2021-06-01&to=2021-06-02`)).json;
    expect(items.filter(({ id, version }: { id: string; version: string }) => id === "a" && version === "v1")).toHaveLength(2);
    expect(items.map(({ score }: { score: number }) => score)).not.toContain(0.1);
  });

  test("good lines are kept, bad ones are named by line, code, path and message, at most 100 of them", async ({ scientist }) => {
    const model = await newModel(scientist, "rejects", { schema });
    const bad = [
      "{not json",
      JSON.stringify({ timestamp: "2021-06-01T00:00:00Z", score: 0.5 }),
      JSON.stringify({ id: "no-time", score: 0.5 }),
      JSON.stringify(event("high", { score: 1.2 })),
      JSON.stringify(event("text", { score: "0.5" })),
      JSON.stringify(event("old", { timestamp: "1970-01-01T00:00:00Z" })),
      JSON.stringify(event("late", { timestamp: "2999-01-01T00:00:00Z" })),
      JSON.stringify(event("date", { timestamp: "yesterday" })),
      JSON.stringify(event("latency", { latencyMs: -1 })),
      JSON.stringify(event("label", { label: 7 })),
      "[1]",
    ];
    const sent = await scientist.post(`/models/${model}/predictions`, ndjson([full, ...bad, "", event("last")]), asNdjson);
    expect(sent.status).toBe(200);
    expect(sent.json).toMatchObject({ accepted: 2, duplicates: 0, rejected: bad.length });
    expect(sent.json.errors.map(({ line, path }: { line: number; path: string }) => [line, path])).toEqual([
      [2, ""],
      [3, "id"],
      [4, "timestamp"],
      [5, "score"],
      [6, "score"],
      [7, "timestamp"],
      [8, "timestamp"],
      [9, "timestamp"],
      [10, "latencyMs"],
      [11, "label"],
      [12, ""],
    ]);
    for (const error of sent.json.errors)
      expect(error).toEqual({ line: expect.any(Number), code: "invalid", path: error.path, message: expect.any(String) });

    const many = await scientist.post(`/models/${model}/predictions`, ndjson(Array.from({ length: 150 }, (_, i) => `{${i}`)), asNdjson);
    expect(many.json).toMatchObject({ accepted: 0, rejected: 150 });
    expect(many.json.errors).toHaveLength(100);
  });

  test("atomic keeps all or none", async ({ scientist }) => {
    const model = await newModel(scientist, "atomic");
    const mixed = await scientist.post(
      `/models/${model}/predictions?atomic=true`,
      ndjson([event("a"), event("b", { score: 3 })]),
      asNdjson,
    );
    expect(mixed.status).toBe(200);
    expect(mixed.json).toMatchObject({ accepted: 0, rejected: 1 });
    const good = await scientist.post(`/models/${model}/predictions?atomic=true`, ndjson([event("a"), event("c")]), asNdjson);
    expect(good.json).toMatchObject({ ...clean, accepted: 2 });
    await counted(scientist, model);
    expect(await window(scientist, model)).toMatchObject({ predictions: 2 });
  });

  test("CSV has the same names with dots, and cells that a spreadsheet writes", async ({ scientist }) => {
    const model = await newModel(scientist, "csv", { schema });
    const csv = [
      "id,timestamp,version,score,prediction,label,latencyMs,features.income,features.purpose,groups.sex,segments.region",
      'c1,2021-06-01T00:00:00Z,v1,0.9,1,1,12,41000,"car, ""used""",female,NE',
      "c2,2021-06-01 00:10:00,v1,0.2,,,,,boat,male,SW",
      "c3,2021-06-01T00:20:00Z,v1,nine,,,,,boat,male,SW",
      "c4,2021-06-01T00:20:00Z,v1,0.9",
    ].join("\r\n");
    const sent = await scientist.post(`/models/${model}/predictions`, csv, asCsv);
    expect(sent.json).toMatchObject({ accepted: 2, rejected: 2 });
    expect(sent.json.errors.map(({ line }: { line: number }) => line)).toEqual([4, 5]);
    const { items } = (await scientist.get(`/models/${model}/predictions?from=2021-06-01&to=2021-06-02`)).json;
    const [second, first] = items;
    expect(first).toMatchObject({ id: "c1", features: { income: 41_000, purpose: 'car, "used"' }, label: 1 });
    expect(second).toMatchObject({ id: "c2", prediction: 0, label: null, features: { income: null } });
    expectProblem(await scientist.post(`/models/${model}/predictions`, "a,b\n1,2\n", asCsv), 400, "invalid");
  });

  test("Parquet brings its rows by column", async ({ scientist }) => {
    const model = await newModel(scientist, "parquet", { schema });
    const file = parquetWriteBuffer({
      columnData: [
        { name: "id", data: ["p1", "p2"], type: "STRING" },
        { name: "timestamp", data: [new Date("2021-06-01T00:00:00Z"), new Date("2021-06-01T00:10:00Z")], type: "TIMESTAMP" },
        { name: "score", data: [0.9, 0.2], type: "DOUBLE" },
        { name: "features.income", data: [41_000, null], type: "DOUBLE" },
      ],
    });
    const sent = await scientist.post(`/models/${model}/predictions`, Buffer.from(file), { type: "application/vnd.apache.parquet" });
    expect(sent.json, sent.text).toMatchObject({ ...clean, accepted: 2 });
    const { items } = (await scientist.get(`/models/${model}/predictions?from=2021-06-01&to=2021-06-02`)).json;
    expect(items.map(({ id, features }: Json) => [id, features.income])).toEqual([
      ["p2", null],
      ["p1", 41_000],
    ]);
    expectProblem(await scientist.post(`/models/${model}/predictions`, "PAR1", { type: "application/vnd.apache.parquet" }), 400, "invalid");
  });

  test("gzip is told by its header or by its type", async ({ scientist }) => {
    const model = await newModel(scientist, "gzip");
    const packed = (id: string) => gzipSync(ndjson([event(id)]));
    const sent = [
      await scientist.post(`/models/${model}/predictions`, packed("a"), { ...asNdjson, headers: { "content-encoding": "gzip" } }),
      await scientist.post(`/models/${model}/predictions`, packed("b"), { type: "application/gzip" }),
      await scientist.post(`/models/${model}/predictions`, packed("c"), { type: "application/octet-stream" }),
      await scientist.post(`/models/${model}/predictions`, gzipSync("id,timestamp,score\nd,2021-06-01T00:00:00Z,0.4\n"), {
        ...asCsv,
        headers: { "content-encoding": "gzip" },
      }),
    ];
    for (const { json } of sent) expect(json).toMatchObject({ ...clean, accepted: 1 });
    const broken = await scientist.post(`/models/${model}/predictions`, packed("e").subarray(0, 30), {
      ...asNdjson,
      headers: { "content-encoding": "gzip" },
    });
    expectProblem(broken, 400, "invalid");
    const notPacked = { ...asNdjson, headers: { "content-encoding": "gzip" } };
    expectProblem(await scientist.post(`/models/${model}/predictions`, ndjson([event("f")]), notPacked), 400, "invalid");
  });

  test("what the model does not know is left out and said; a wrong type is kept as such", async ({ scientist }) => {
    const model = await newModel(scientist, "unknown", { schema });
    const sent = await scientist.post(
      `/models/${model}/predictions`,
      ndjson([event("a", { features: { colour: "red", income: "much", vip: "no" } }), event("b", { groups: { age: "old" } })]),
      asNdjson,
    );
    expect(sent.json).toMatchObject({ ...clean, accepted: 2 });
    expect(sent.json.warnings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: "features.colour", lines: 1 }),
        expect.objectContaining({ path: "groups.age" }),
      ]),
    );
    await counted(scientist, model);
    const quality = await scientist.get(`/models/${model}/quality?from=2021-06-01T00:00:00Z&to=2021-06-01T01:00:00Z&feature=income`);
    expect(quality.json.windows[0].features).toEqual([
      expect.objectContaining({ feature: "income", wrongTypeShare: 0.5, missingShare: 0.5 }),
    ]);
  });

  test("binary predictions follow from the score and the threshold, at the threshold positive", async ({ scientist }) => {
    const model = await newModel(scientist, "threshold", { decisionThreshold: 0.3 });
    await sendPredictions(scientist, model, [event("a", { score: 0.3, label: 1 }), event("b", { score: 0.29, label: 1 })]);
    await counted(scientist, model);
    expect((await window(scientist, model)).confusion).toEqual({ tp: 1, fp: 0, fn: 1, tn: 0 });
  });

  test("content types that are none of ours are refused", async ({ scientist }) => {
    const model = await newModel(scientist, "types");
    for (const type of ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x", "text/csv; charset=utf-16"])
      expectProblem(await scientist.post(`/models/${model}/predictions`, ndjson([event("a")]), { type }), 400, "invalid");
  });

  test("an empty body brings nothing and is no fault", async ({ scientist }) => {
    const model = await newModel(scientist, "empty");
    expect((await scientist.post(`/models/${model}/predictions`, "", asNdjson)).json).toMatchObject(clean);
  });

  test("who may not is told before the body is read; nobody is 401", async ({ scientist, stakeholder, anonymous }) => {
    const model = await newModel(scientist, "refused");
    for (const path of ["predictions", "labels"]) {
      expectProblem(await stakeholder.post(`/models/${model}/${path}`, "{", { type: "text/plain" }), 403, "forbidden");
      expectProblem(await anonymous.post(`/models/${model}/${path}`, "{", { type: "text/plain" }), 401, "unauthenticated");
    }
    expectProblem(await stakeholder.put(`/models/${model}/reference`, "{", { type: "text/plain" }), 403, "forbidden");
    expectProblem(await stakeholder.get(`/models/${model}/predictions`), 403, "forbidden");
    expectProblem(await scientist.post(`/models/${slugOf("none")}/predictions`, ndjson([event("a")]), asNdjson), 404, "not_found");
  });
});

test.describe("labels", () => {
  const score = { score: 0.9 };

  test("before their prediction they wait, after it they count, a changed one replaces the old", async ({ scientist }) => {
    const model = await newModel(scientist, "labels");
    const label = (lines: readonly unknown[]) => scientist.post(`/models/${model}/labels`, ndjson(lines), asNdjson);
    expect((await label([{ id: "early", label: 1 }])).json).toMatchObject({ ...clean, accepted: 1, pending: 1 });
    await sendPredictions(scientist, model, [event("early", score), event("late", score)]);
    await counted(scientist, model);
    expect(await window(scientist, model)).toMatchObject({ labelled: 1, coverage: 0.5, confusion: { tp: 1, fp: 0 } });

    expect((await label([{ id: "late", label: 0 }])).json).toMatchObject({ ...clean, accepted: 1, pending: 0 });
    await counted(scientist, model);
    expect(await window(scientist, model)).toMatchObject({ labelled: 2, coverage: 1, confusion: { tp: 1, fp: 1 } });

    expect((await label([{ id: "late", label: 1 }])).json).toMatchObject({ ...clean, accepted: 1, pending: 0 });
    await counted(scientist, model);
    expect(await window(scientist, model)).toMatchObject({ labelled: 2, confusion: { tp: 2, fp: 0 } });
    expect((await label([{ id: "late", label: 1 }])).json).toMatchObject({ ...clean, duplicates: 1, pending: 0 });
  });

  test("a label without time and version is for every event with its id, one with them for that event", async ({ scientist }) => {
    const model = await newModel(scientist, "label-keys");
    const label = (lines: readonly unknown[]) => scientist.post(`/models/${model}/labels`, ndjson(lines), asNdjson);
    await sendPredictions(scientist, model, [
      event("a", score),
      event("a", { ...score, version: "v2" }),
      event("a", { ...score, timestamp: "2021-06-01T00:30:00Z" }),
    ]);
    expect((await label([{ id: "a", label: 0, version: "v2" }])).json).toMatchObject({ accepted: 1, pending: 0 });
    await counted(scientist, model);
    expect(await window(scientist, model)).toMatchObject({ labelled: 1, confusion: { fp: 1, tp: 0 } });
    expect((await label([{ id: "a", label: 1, timestamp: "2021-06-01T00:30:00Z" }])).json).toMatchObject({ accepted: 1, pending: 0 });
    await counted(scientist, model);
    expect(await window(scientist, model)).toMatchObject({ labelled: 2, confusion: { fp: 1, tp: 1 } });
    expect((await label([{ id: "a", label: 1 }])).json).toMatchObject({ accepted: 1, pending: 0 });
    await counted(scientist, model);
    expect(await window(scientist, model)).toMatchObject({ labelled: 3 });
  });

  test("CSV, rejected lines, and events that brought their own label", async ({ scientist }) => {
    const model = await newModel(scientist, "label-csv");
    await sendPredictions(scientist, model, [event("a", { ...score, label: 1 }), event("b", score)]);
    const sent = await scientist.post(`/models/${model}/labels`, "id,label\nb,0\n,1\nc,\nd,perhaps\n", asCsv);
    expect(sent.json).toMatchObject({ accepted: 1, duplicates: 0, rejected: 3, pending: 0 });
    expect(sent.json.errors.map(({ line, path }: { line: number; path: string }) => [line, path])).toEqual([
      [3, "id"],
      [4, "label"],
      [5, "label"],
    ]);
    await scientist.post(`/models/${model}/labels`, { id: "a", label: 0 }, asNdjson);
    await counted(scientist, model);
    expect(await window(scientist, model)).toMatchObject({ labelled: 2, confusion: { tp: 0, fp: 2 } });
  });
});

test.describe("erasure", () => {
  test("takes rows out of what was counted: one id, or a stretch of time", async ({ scientist, engineer }) => {
    const model = await newModel(scientist, "erase");
    await sendPredictions(scientist, model, [
      event("a", { label: 1 }),
      event("b", { label: 0 }),
      event("c", { label: 1, timestamp: "2021-06-01T00:59:00Z" }),
    ]);
    expectProblem(await scientist.delete(`/models/${model}/predictions/b`), 403, "forbidden");
    expect((await engineer.delete(`/models/${model}/predictions/b`)).status).toBe(204);
    expectProblem(await engineer.delete(`/models/${model}/predictions/b`), 404, "not_found");
    await counted(scientist, model);
    expect(await window(scientist, model)).toMatchObject({ predictions: 2, labelled: 2, confusion: { tp: 2, fp: 0 } });
    const range = "from=2021-06-01T00:30:00Z&to=2021-06-01T01:00:00Z";
    expect((await engineer.delete(`/models/${model}/predictions?${range}`)).status).toBe(204);
    await counted(scientist, model);
    expect(await window(scientist, model)).toMatchObject({ predictions: 1 });
    expectProblem(await engineer.delete(`/models/${model}/predictions`), 400, "invalid");
  });
});

test.describe("repeating and forging", () => {
  test("a write under the same Idempotency-Key runs once; another body under it is a conflict", async ({ scientist }) => {
    const key = { headers: { "idempotency-key": slugOf("key") } };
    const body = { slug: slugOf("once"), name: "Once", task: "binary" };
    const [first, second] = [await scientist.post("/models", body, key), await scientist.post("/models", body, key)];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.json).toEqual(first.json);
    expectProblem(await scientist.post("/models", { ...body, name: "Twice" }, key), 409, "conflict");
  });

  test("bulk writes too: the same body again gets the first answer", async ({ scientist }) => {
    const model = await newModel(scientist, "bulk-once");
    const key = { ...asNdjson, headers: { "idempotency-key": slugOf("key") } };
    const send = (lines: readonly unknown[]) => scientist.post(`/models/${model}/predictions`, ndjson(lines), key);
    expect((await send([event("a"), event("b")])).json).toMatchObject({ ...clean, accepted: 2 });
    expect((await send([event("a"), event("b")])).json).toMatchObject({ ...clean, accepted: 2 });
    expectProblem(await send([event("c")]), 409, "conflict");
    const put = () =>
      scientist.put(`/models/${model}/reference`, ndjson([{ score: 0.3 }, { score: 0.6 }]), {
        ...key,
        headers: { "idempotency-key": `${model}-reference` },
      });
    expect([(await put()).json.version, (await put()).json.version]).toEqual([1, 1]);
  });

  test("a refused write does not use its key up", async ({ scientist }) => {
    const key = { headers: { "idempotency-key": slugOf("key") } };
    const body = { slug: slugOf("fixed"), name: "", task: "binary" };
    expectProblem(await scientist.post("/models", body, key), 400, "invalid");
    expect((await scientist.post("/models", { ...body, name: "Fixed" }, key)).status).toBe(201);
  });

  test("a browser session writes only from its own origin, with a type that no form can send", async ({
    visitor,
    anonymous,
    scientist,
  }) => {
    const model = await newModel(scientist, "forged");
    await signIn(visitor, administrator);
    expect((await anonymous.get("/me")).json.actor.kind).toBe("user");
    const write = (headers: Record<string, string>, type = "application/json") =>
      anonymous.patch(`/models/${model}`, { description: "changed" }, { headers, type });
    expectProblem(await write({}), 403, "forbidden");
    expectProblem(await write({ origin: "https://evil.example" }), 403, "forbidden");
    expectProblem(await write({ origin }, "text/plain"), 403, "forbidden");
    expect((await write({ origin })).status).toBe(200);
    const rows = (headers: Record<string, string>, type: string) =>
      anonymous.post(`/models/${model}/predictions`, ndjson([event("a")]), { headers, type });
    expectProblem(await rows({ origin: "https://evil.example" }, "application/x-ndjson"), 403, "forbidden");
    expectProblem(await rows({ origin }, "application/x-www-form-urlencoded"), 403, "forbidden");
    for (const type of ["application/x-ndjson", "text/csv"]) expect((await rows({ origin }, type)).status).not.toBe(403);
  });
});
