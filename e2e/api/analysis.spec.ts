import {
  type Api,
  apiOf,
  asNdjson,
  bearer,
  counted,
  expect,
  expectProblem,
  type Json,
  ndjson,
  newModel,
  sendPredictions,
  slugOf,
  test,
} from "./api.ts";

/** Four days of one event each ten minutes, with everything that the pages of analysis read. */
const start = Date.UTC(2026, 2, 2);
const minutes = 60_000;
const events = Array.from({ length: 4 * 144 }, (_, index) => {
  const positive = index % 3 === 0;
  return {
    id: `e${index}`,
    timestamp: new Date(start + index * 10 * minutes).toISOString(),
    version: index < 2 * 144 ? "v1" : "v2",
    score: positive ? 0.6 + (index % 40) / 100 : 0.05 + (index % 45) / 100,
    label: index % 7 === 0 ? 1 - Number(positive) : Number(positive),
    features: { income: 1000 + ((index * 37) % 500), purpose: ["car", "boat", "home"][index % 3] },
    groups: { sex: index % 2 ? "female" : "male" },
    segments: { region: index % 4 ? "NE" : "SW" },
    latencyMs: 5 + (index % 20),
    ...(index % 50 === 0 ? { error: "timeout" } : {}),
    attributions: { income: (index % 10) / 10, purpose: 0.2 },
  };
});

const fields = {
  schema: {
    features: [
      { name: "income", type: "numeric" },
      { name: "purpose", type: "categorical" },
    ],
    groups: ["sex"],
    segments: ["region"],
  },
  minimumRows: 10,
};

const series = ["performance", "estimated-performance", "drift", "quality", "operations", "explainability"] as const;
const all = [...series, "bias", "root-cause"] as const;
let model = "";

test.beforeAll(async ({ tokens, playwright, baseURL }) => {
  const context = await playwright.request.newContext({ ...(baseURL ? { baseURL } : {}) });
  const api = apiOf(context, bearer(tokens.scientist));
  model = await newModel(api, "analysis", fields);
  const frozen = await api.put(`/models/${model}/reference`, ndjson(events.slice(0, 288)), asNdjson);
  expect(frozen.json).toMatchObject({ version: 1, rows: 288, rejected: 0, errors: [] });
  await sendPredictions(api, model, events);
  await counted(api, model);
  await context.dispose();
});

const read = async (api: Api, what: string, query: string, of = model): Promise<Json> => {
  const answer = await api.get(`/models/${of}/${what}?${query}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.json;
};
const day = "from=2026-03-02T00:00:00Z&to=2026-03-03T00:00:00Z";

test("every analysis says how it came about, and what its windows are", async ({ scientist }) => {
  for (const what of all) {
    const answer = await read(scientist, what, `${day}&window=1h&attribute=sex`);
    expect(answer.model, what).toBe(model);
    expect(answer.reference, what).toMatchObject({ version: 1, rows: 288 });
    expect(answer.provenance, what).toMatchObject({
      method: expect.any(String),
      referenceRows: 288,
      currentRows: 144,
      labelCoverage: 1,
      dataSource: "postgres",
      computedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      precision: expect.stringMatching(/^(exact|approximate)$/),
    });
    for (const name of ["bins", "floor", "logBase"]) expect(answer.provenance, what).toHaveProperty(name);
    if (what === "root-cause") continue;
    expect(answer.windows, what).toHaveLength(24);
    for (const window of answer.windows)
      expect(window).toMatchObject({ predictions: 6, labelled: 6, coverage: 1, status: "not_enough_data" });
  }
});

test("a series covers every window from..to, `from` inclusive and `to` exclusive, empty ones without data", async ({ scientist }) => {
  for (const what of series) {
    const { windows } = await read(scientist, what, "from=2026-03-01T22:00:00Z&to=2026-03-02T02:00:00Z&window=1h");
    expect(windows.map(({ predictions }: Json) => predictions)).toEqual([0, 0, 6, 6]);
    expect(windows.map(({ start, end }: Json) => [Date.parse(start), Date.parse(end)])).toEqual(
      [-2, -1, 0, 1].map((hour) => [start + hour * 60 * minutes, start + (hour + 1) * 60 * minutes]),
    );
    expect(windows.slice(0, 2).map(({ status }: Json) => status)).toEqual(["no_data", "no_data"]);
    const years = await read(scientist, what, "from=1999-01-01T00:00:00Z&to=1999-01-04T00:00:00Z&window=1d");
    expect(years.windows.map(({ status, predictions }: Json) => [status, predictions])).toEqual(Array(3).fill(["no_data", 0]));
  }
  const five = await read(scientist, "performance", "from=2026-03-02T00:00:00Z&to=2026-03-02T00:30:00Z&window=5m");
  expect(five.windows.map(({ predictions }: Json) => predictions)).toEqual([1, 0, 1, 0, 1, 0]);
});

/** Fields that hold no value of their own: what was asked for, or what nobody declared. */
const spoken = new Set([
  "reference",
  "bins",
  "floor",
  "logBase",
  "window",
  "version",
  "segment",
  "referenceVersion",
  "referenceRows",
  "labelCoverage",
  "from",
  "to",
  "adjustedPValue",
  "low",
  "high",
  "lower",
  "upper",
  "confusion",
]);

/** Every null has a reason beside it, or one under its own or its parent's name. */
function unexplained(value: Json, path: string, inherited: boolean): string[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => unexplained(one, `${path}[${index}]`, inherited));
  if (value === null || typeof value !== "object") return [];
  const reasons = value.reasons ?? {};
  return Object.entries(value).flatMap(([name, inner]) => {
    const explained = inherited || reasons[name] !== undefined || typeof value.reason === "string";
    if (inner === null) return explained || spoken.has(name) ? [] : [`${path}.${name}`];
    return unexplained(inner, `${path}.${name}`, reasons[name] !== undefined);
  });
}

test("a value is null only beside a reason", async ({ scientist }) => {
  const bare = await newModel(scientist, "bare", fields);
  await sendPredictions(scientist, bare, [{ id: "one", timestamp: "2026-03-02T00:00:00Z" }]);
  await counted(scientist, bare);
  for (const [slug, name] of [
    [model, "full"],
    [bare, "bare"],
  ] as const)
    for (const what of all) {
      const answer = await read(scientist, what, "from=2026-03-01T23:00:00Z&to=2026-03-02T02:00:00Z&window=1h&attribute=sex", slug);
      expect(unexplained(answer, `${name} ${what}`, false)).toEqual([]);
    }
  const distribution = await read(
    scientist,
    "drift/distribution",
    "feature=income&from=2026-03-01T22:00:00Z&to=2026-03-01T23:00:00Z",
    bare,
  );
  expect(unexplained(distribution, "distribution", false)).toEqual([]);
});

test("days, weeks and months are cut in the model's time zone, hours in UTC; a change of zone counts again", async ({ scientist }) => {
  const zoned = await newModel(scientist, "zoned", { ...fields, timeZone: "Asia/Kathmandu" });
  await sendPredictions(scientist, zoned, events);
  await counted(scientist, zoned);
  const query = "from=2026-03-02T00:00:00Z&to=2026-03-05T00:00:00Z";
  const days = (await read(scientist, "performance", `${query}&window=1d`, zoned)).windows;
  expect(days.map(({ start }: Json) => start.slice(0, 16))).toEqual([
    "2026-03-01T18:15",
    "2026-03-02T18:15",
    "2026-03-03T18:15",
    "2026-03-04T18:15",
  ]);
  expect(days[1].predictions).toBe(144);
  const weeks = (await read(scientist, "performance", `${query}&window=1w`, zoned)).windows;
  expect(weeks.map(({ start }: Json) => start.slice(0, 16))).toEqual(["2026-03-01T18:15"]);
  expect((await read(scientist, "performance", `${query}&window=1h`, zoned)).windows[0].start).toMatch(/^2026-03-02T00:00/);
  expect((await read(scientist, "performance", `${query}&window=1d`, zoned)).provenance.timeZone).toBe("Asia/Kathmandu");

  expect((await scientist.patch(`/models/${zoned}`, { timeZone: "Europe/Berlin" })).status).toBe(200);
  await counted(scientist, zoned);
  const berlin = (await read(scientist, "performance", `${query}&window=1d`, zoned)).windows;
  expect(berlin.map(({ start, predictions }: Json) => [start.slice(0, 16), predictions])).toEqual([
    ["2026-03-01T23:00", 138],
    ["2026-03-02T23:00", 144],
    ["2026-03-03T23:00", 144],
    ["2026-03-04T23:00", 144],
  ]);
  const months = (await read(scientist, "performance", "from=2026-02-15T00:00:00Z&to=2026-04-10T00:00:00Z&window=1mo", zoned)).windows;
  expect(months.map(({ start, predictions }: Json) => [start.slice(0, 16), predictions])).toEqual([
    ["2026-01-31T23:00", 0],
    ["2026-02-28T23:00", 576],
    ["2026-03-31T22:00", 0],
  ]);
});

test("a version, or all but shadow ones", async ({ scientist }) => {
  const shadowed = await newModel(scientist, "shadowed", fields);
  await scientist.post(`/models/${shadowed}/versions`, { version: "v2", stage: "shadow" });
  await sendPredictions(scientist, shadowed, events.slice(282, 294));
  await counted(scientist, shadowed);
  const query = "from=2026-03-03T23:00:00Z&to=2026-03-04T01:00:00Z&window=1h";
  const counts = async (version: string) =>
    (await read(scientist, "performance", `${query}${version}`, shadowed)).windows.map(({ predictions }: Json) => predictions);
  expect(await counts("")).toEqual([6, 0]);
  expect(await counts("&version=v1")).toEqual([6, 0]);
  expect(await counts("&version=v2")).toEqual([0, 6]);
  expectProblem(await scientist.get(`/models/${shadowed}/performance?${query}&version=v9`), 404, "not_found");
});

test("a segment is name:value; segments add up to the whole", async ({ scientist }) => {
  const of = async (segment: string) => (await read(scientist, "performance", `${day}&window=1d${segment}`)).windows[0];
  const [whole, north, south] = [await of(""), await of("&segment=region:NE"), await of("&segment=region:SW")];
  expect([whole.predictions, north.predictions, south.predictions]).toEqual([144, 108, 36]);
  for (const cell of ["tp", "fp", "fn", "tn"]) expect(north.confusion[cell] + south.confusion[cell]).toBe(whole.confusion[cell]);
  expect((await of("&segment=region:nowhere")).status).toBe("no_data");
  expect((await read(scientist, "performance", `${day}&window=1d&segment=region:NE`)).provenance.segment).toBe("region:NE");
  expectProblem(await scientist.get(`/models/${model}/performance?${day}&segment=colour:red`), 400, "invalid");
  expectProblem(await scientist.get(`/models/${model}/performance?${day}&segment=region`), 400, "invalid");
  for (const what of ["drift", "quality", "operations", "explainability", "estimated-performance"])
    expect((await read(scientist, what, `${day}&window=1d&segment=region:NE`)).windows[0].predictions, what).toBe(108);
  expect((await read(scientist, "bias", `${day}&attribute=sex&segment=region:NE`)).predictions).toBe(108);
});

test("too few rows or labels change the status only; values are given all the same", async ({ scientist }) => {
  const picky = await newModel(scientist, "picky", { ...fields, minimumRows: 100, minimumLabelCoverage: 0.5 });
  const half = events.slice(0, 288).map(({ label, ...event }, index) => (index < 200 ? event : { ...event, label }));
  await sendPredictions(scientist, picky, half);
  await counted(scientist, picky);
  const { windows } = await read(scientist, "performance", "from=2026-03-02T00:00:00Z&to=2026-03-05T00:00:00Z&window=1d", picky);
  expect(windows.map(({ status, labelled }: Json) => [status, labelled])).toEqual([
    ["not_enough_data", 0],
    ["not_enough_data", 88],
    ["no_data", 0],
  ]);
  expect(windows[1].metrics.accuracy).toMatchObject({ value: expect.any(Number), low: expect.any(Number), high: expect.any(Number) });
  expect(windows[0].metrics.accuracy).toMatchObject({ value: null, reason: "no_labels" });
  expect(windows[0].metrics.selectionRate.value).toBeGreaterThan(0);
});

test("labels that are not due yet keep a window pending", async ({ scientist }) => {
  const late = await newModel(scientist, "late", { minimumRows: 1, labelDelay: "P7D" });
  const hour = 60 * minutes;
  const at = Math.floor(Date.now() / hour) * hour - 2 * hour;
  await sendPredictions(scientist, late, [{ id: "a", timestamp: new Date(at).toISOString(), score: 0.4 }]);
  await counted(scientist, late);
  const range = `from=${new Date(at).toISOString()}&to=${new Date(at + hour).toISOString()}&window=1h`;
  expect((await read(scientist, "performance", range, late)).windows[0].status).toBe("pending");
  expect((await read(scientist, "quality", range, late)).windows[0].status).toBe("ok");
  await scientist.post(`/models/${late}/labels`, { id: "a", label: 0 }, asNdjson);
  await counted(scientist, late);
  expect((await read(scientist, "performance", range, late)).windows[0].status).toBe("ok");
});

test("bias: one answer with its fields at the top, with `window` a series; the base group is the largest or the one asked for", async ({
  scientist,
  stakeholder,
}) => {
  const range = await read(scientist, "bias", `${day}&attribute=sex`);
  expect(range).toMatchObject({ attribute: "sex", predictions: 144, labelled: 144, coverage: 1, status: expect.any(String) });
  expect(range.windows).toBeUndefined();
  expect(range.groups.map(({ group, predictions }: Json) => [group, predictions]).sort()).toEqual([
    ["female", 72],
    ["male", 72],
  ]);
  const rates = [
    "selectionRate",
    "accuracy",
    "precision",
    "truePositiveRate",
    "falsePositiveRate",
    "trueNegativeRate",
    "falseNegativeRate",
    "falseDiscoveryRate",
    "falseOmissionRate",
    "negativePredictiveValue",
  ];
  for (const group of range.groups) {
    for (const rate of rates)
      expect(group[rate], rate).toMatchObject({ value: expect.any(Number), low: expect.any(Number), high: expect.any(Number) });
    expect(Object.keys(group.confusion).sort()).toEqual(["fn", "fp", "tn", "tp"]);
  }
  const based = await read(scientist, "bias", `${day}&attribute=sex&baseGroup=female`);
  expect(new Set(based.disparities.map(({ group, baseGroup }: Json) => `${group}/${baseGroup}`))).toEqual(new Set(["male/female"]));
  expect(based.disparities.map(({ metric }: Json) => metric).sort()).toEqual([...rates].sort());
  const rate = (name: string) => based.groups.find(({ group }: Json) => group === name).selectionRate.value;
  const selection = based.disparities.find(({ metric }: Json) => metric === "selectionRate");
  expect(selection.ratio).toBeCloseTo(rate("male") / rate("female"), 12);
  expect(selection.difference).toBeCloseTo(rate("male") - rate("female"), 12);
  for (const { verdict } of based.disparities) expect(["fair", "unfair", "inconclusive", "not_enough_data"]).toContain(verdict);
  for (const name of ["demographicParity", "equalizedOdds", "equalOpportunity"])
    for (const part of ["Difference", "Ratio"]) expect(based.summary[`${name}${part}`]).toEqual(expect.any(Number));
  const windows = (await read(scientist, "bias", `${day}&attribute=sex&window=1d`)).windows;
  expect(windows).toHaveLength(1);
  expect(windows[0]).toMatchObject({ groups: range.groups, summary: range.summary });
  expectProblem(await scientist.get(`/models/${model}/bias?${day}&attribute=colour`), 400, "invalid");
  expectProblem(await stakeholder.get(`/models/${model}/bias?${day}&attribute=sex`), 403, "forbidden");
});

test("performance has the metrics of the task", async ({ scientist }) => {
  const binary = (await read(scientist, "performance", `${day}&window=1d`)).windows[0];
  for (const name of [
    "accuracy",
    "precision",
    "recall",
    "f1",
    "specificity",
    "rocAuc",
    "prAuc",
    "logLoss",
    "brier",
    "expectedCalibrationError",
    "prevalence",
    "selectionRate",
  ])
    expect(binary.metrics[name]?.value, name).toEqual(expect.any(Number));
  const estimated = await read(scientist, "estimated-performance", `${day}&window=1d`);
  expect(estimated.estimated).toBe(true);
  expect(estimated.windows[0].metrics.rocAuc.value).toEqual(expect.any(Number));

  const classes = await newModel(scientist, "classes", { task: "multiclass", minimumRows: 1 });
  const names = ["cat", "dog", "owl"];
  await sendPredictions(
    scientist,
    classes,
    Array.from({ length: 30 }, (_, index) => ({
      id: `c${index}`,
      timestamp: new Date(start + index * minutes).toISOString(),
      scores: Object.fromEntries(names.map((name, place) => [name, place === index % 3 ? 0.8 : 0.1])),
      label: index % 5 === 0 ? "cat" : names[index % 3],
    })),
  );
  await counted(scientist, classes);
  const many = (await read(scientist, "performance", `${day}&window=1d`, classes)).windows[0];
  for (const name of ["accuracy", "macroF1", "weightedF1"]) expect(many.metrics[name]?.value, name).toEqual(expect.any(Number));
  expect(many.metrics.accuracy.value).toBeCloseTo(26 / 30, 12);
  expect(many.classes.map(({ class: name }: Json) => name).sort()).toEqual(names);

  const numbers = await newModel(scientist, "numbers", { task: "regression", minimumRows: 1 });
  await sendPredictions(scientist, numbers, [
    { id: "a", timestamp: "2026-03-02T00:00:00Z", prediction: 12, label: 10 },
    { id: "b", timestamp: "2026-03-02T00:01:00Z", prediction: 19, label: 20 },
  ]);
  await counted(scientist, numbers);
  const { metrics } = (await read(scientist, "performance", `${day}&window=1d`, numbers)).windows[0];
  expect(metrics.meanError.value).toBeCloseTo(0.5, 12);
  expect(metrics.mae.value).toBeCloseTo(1.5, 12);
  expect(metrics.rmse.value).toBeCloseTo(Math.sqrt(2.5), 12);
  expect(metrics.mape.value).toBeCloseTo(0.125, 12);
  expect(metrics.r2.value).toBeCloseTo(0.9, 12);
});

test("operations, quality, explainability and root cause speak of what was sent", async ({ scientist }) => {
  const [operations] = (await read(scientist, "operations", `${day}&window=1d`)).windows;
  expect(operations).toMatchObject({ requests: 144, errors: 3, errorRate: 3 / 144, throughput: 144 / 86_400 });
  expect(operations.latencyP50).toBeGreaterThan(12);
  expect(operations.latencyP50).toBeLessThan(16);
  expect(operations.latencyP95).toBeLessThanOrEqual(operations.latencyP99);
  const exact = await read(scientist, "operations", `${day}&window=1d&exact=true`);
  expect(exact.provenance.precision).toBe("exact");
  const [quality] = (await read(scientist, "quality", `${day}&window=1d`)).windows;
  expect(quality.features.find(({ feature }: Json) => feature === "income")).toMatchObject({
    missingShare: 0,
    outOfRangeShare: 0,
    wrongTypeShare: 0,
    outlierShare: expect.any(Number),
  });
  expect(quality.features.find(({ feature }: Json) => feature === "purpose")).toMatchObject({ missingShare: 0, unseenShare: 0 });
  const [explained] = (await read(scientist, "explainability", `${day}&window=1d`)).windows;
  expect(explained.features.map(({ feature, rank }: Json) => [feature, rank])).toEqual([
    ["income", 1],
    ["purpose", 2],
  ]);
  expect(explained.ndcg).toBeGreaterThan(0.99);
  const cause = await read(scientist, "root-cause", "from=2026-03-04T00:00:00Z&to=2026-03-05T00:00:00Z");
  expect(cause.segments.map(({ segment }: Json) => segment).sort()).toEqual(["region:NE", "region:SW"]);
  const change = cause.segments.reduce((sum: number, { contribution }: Json) => sum + contribution, 0);
  expect(change).toBeCloseTo(cause.change, 9);
});

test("drift has the output among its columns, and one column when asked for it", async ({ scientist }) => {
  const [window] = (await read(scientist, "drift", `${day}&window=1d`)).windows;
  expect(window.features.map(({ feature }: Json) => feature).sort()).toEqual(["@prediction", "@score", "income", "purpose"]);
  expect(window.driftedShare).toBe(0);
  const income = window.features.find(({ feature }: Json) => feature === "income");
  expect(income).toMatchObject({
    type: "numeric",
    drifted: false,
    missingShare: 0,
    rows: 144,
    threshold: { metric: "psi", value: expect.any(Number) },
  });
  for (const name of ["psi", "jsDistance", "ks", "wasserstein", "normalizedWasserstein", "hellinger"])
    expect(income[name], name).toEqual(expect.any(Number));
  const purpose = window.features.find(({ feature }: Json) => feature === "purpose");
  expect(purpose.chiSquare).toMatchObject({ statistic: expect.any(Number), degreesOfFreedom: 2, pValue: expect.any(Number) });
  expect(purpose.cramersV).toEqual(expect.any(Number));
  const one = await read(scientist, "drift", `${day}&window=1d&feature=income`);
  expect(one.windows[0].features.map(({ feature }: Json) => feature)).toEqual(["income"]);
  const unknown = await scientist.get(`/models/${model}/drift?${day}&feature=${slugOf("none")}`);
  expect([400, 404]).toContain(unknown.status);
  expect((await read(scientist, "drift/distribution", `${day}&feature=purpose`)).bins.map(({ label }: Json) => label).sort()).toEqual([
    "boat",
    "car",
    "home",
  ]);
});

test("a reference of stored events is a new version", async ({ scientist }) => {
  const again = await newModel(scientist, "reference", fields);
  await sendPredictions(scientist, again, events);
  const body = { from: "2026-03-02T00:00:00Z", to: "2026-03-04T00:00:00Z", version: "v1" };
  expect((await scientist.put(`/models/${again}/reference`, body)).json).toMatchObject({ version: 1, rows: 288, rejected: 0, errors: [] });
  expect((await scientist.put(`/models/${again}/reference`, { ...body, version: undefined })).json).toMatchObject({
    version: 2,
    rows: 288,
  });
  expectProblem(
    await scientist.put(`/models/${again}/reference`, { ...body, from: "2030-01-01T00:00:00Z", to: "2030-01-02T00:00:00Z" }),
    400,
    "invalid",
  );
  expectProblem(await scientist.put(`/models/${again}/reference`, { ...body, to: body.from }), 400, "invalid");
  await counted(scientist, again);
  expect((await scientist.get(`/models/${again}`)).json.reference).toMatchObject({ version: 2, rows: 288 });
  const bare = await scientist.put(`/models/${again}/reference`, "features.income\n1\n2\nmany\n", { type: "text/csv" });
  expect(bare.json).toMatchObject({ version: 3, rows: 3, rejected: 0 });
  await counted(scientist, again);
  const { thresholds } = await read(scientist, "performance", `${day}&window=1h`, again);
  expect(thresholds.rocAuc).toMatchObject({ lower: null, upper: null, reason: "reference_windows" });
});

test("questions that cannot be meant are refused by name", async ({ scientist }) => {
  for (const query of [
    "from=yesterday",
    "from=2026-03-03&to=2026-03-02",
    "window=2h",
    "exact=perhaps",
    "from=1990-01-01&to=2026-01-01&window=5m",
  ])
    expectProblem(await scientist.get(`/models/${model}/performance?${query}`), 400, "invalid");
  const shifted = await read(scientist, "performance", "from=2026-03-02T05:45:00%2B05:45&to=2026-03-02T06:45:00%2B05:45&window=1h");
  expect(shifted.windows.map(({ predictions }: Json) => predictions)).toEqual([6]);
});
