import {
  type Api,
  asCsv,
  asNdjson,
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

async function newKpi(api: Api, name: string, fields: Record<string, unknown> = {}): Promise<string> {
  const slug = slugOf(name);
  const made = await api.post("/kpis", { slug, name, unit: "€", direction: "up", window: "1h", query: { kind: "pushed" }, ...fields });
  expect(made.status, made.text).toBe(201);
  return slug;
}

const at = (hour: number, minute = 0) => new Date(Date.UTC(2026, 0, 5, hour, minute)).toISOString();
const push = async (api: Api, kpi: string, values: readonly unknown[]) => {
  const sent = await api.post(`/kpis/${kpi}/values`, ndjson(values), asNdjson);
  expect(sent.status, sent.text).toBe(200);
  return sent.json;
};
const points = async (api: Api, kpi: string, query: string): Promise<Json> => {
  const answer = await api.get(`/kpis/${kpi}/series?${query}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.json.series;
};

test("a KPI is made, read, listed, changed and deleted", async ({ scientist, stakeholder }) => {
  const slug = await newKpi(scientist, "life", { target: 100, warning: 90, critical: 80, owner: "Ines" });
  const read = await stakeholder.get(`/kpis/${slug}`);
  expect(read.json).toMatchObject({
    id: expect.any(String),
    slug,
    name: "life",
    unit: "€",
    target: 100,
    warning: 90,
    critical: 80,
    owner: "Ines",
  });
  expect((await scientist.get(`/kpis/${read.json.id}`)).json).toEqual(read.json);
  expect((await stakeholder.get("/kpis?limit=500")).json.items.map(({ slug }: Json) => slug)).toContain(slug);
  expect((await scientist.patch(`/kpis/${slug}`, { target: 120, owner: null })).json).toMatchObject({
    target: 120,
    owner: null,
    warning: 90,
  });
  expectProblem(await scientist.post("/kpis", { slug, name: "Again", query: { kind: "pushed" } }), 409, "conflict");
  expectProblem(await scientist.post("/kpis", { slug: slugOf("bad"), name: "Bad", query: { kind: "none" } }), 400, "invalid");
  expectProblem(await stakeholder.post("/kpis", {}), 403, "forbidden");
  expectProblem(await stakeholder.patch(`/kpis/${slug}`, { target: 1 }), 403, "forbidden");
  expect((await scientist.delete(`/kpis/${slug}`)).status).toBe(204);
  expectProblem(await scientist.get(`/kpis/${slug}`), 404, "not_found");
  expectProblem(await scientist.get(`/kpis/${slug}/series`), 404, "not_found");
});

test("a later value for the same time replaces the earlier one, however it is written", async ({ scientist }) => {
  const kpi = await newKpi(scientist, "pushed");
  expect((await scientist.post(`/kpis/${kpi}/values`, { time: at(0, 5), value: 1 })).json).toMatchObject({ accepted: 1, rejected: 0 });
  await scientist.post(`/kpis/${kpi}/values`, { time: "2026-01-05T01:05:00+01:00", value: 7 });
  await push(scientist, kpi, [
    { time: at(2), value: 3 },
    { time: at(2), value: 4 },
  ]);
  await scientist.post(`/kpis/${kpi}/values`, `time,value\n${at(3)},5.5\n`, asCsv);
  const series = await points(scientist, kpi, `from=${at(0)}&to=${at(4)}&step=1h`);
  expect(series).toEqual([
    {
      labels: {},
      points: [expect.arrayContaining([7]), expect.arrayContaining([null]), expect.arrayContaining([4]), expect.arrayContaining([5.5])],
    },
  ]);
  expect(series[0].points.map(([time]: [string]) => Date.parse(time))).toEqual([0, 1, 2, 3].map((hour) => Date.parse(at(hour))));
});

test("right lines are kept and wrong ones named; a single wrong value is refused", async ({ scientist }) => {
  const kpi = await newKpi(scientist, "lines");
  const sent = await push(scientist, kpi, [{ time: at(0), value: 1 }, "{", { time: "soon", value: 1 }, { time: at(1), value: "1" }]);
  expect(sent).toMatchObject({ accepted: 1, rejected: 3 });
  expect(sent.errors.map(({ line }: Json) => line)).toEqual([2, 3, 4]);
  expectProblem(await scientist.post(`/kpis/${kpi}/values`, { time: at(0) }), 400, "invalid");
  expectProblem(await scientist.post(`/kpis/${kpi}/values`, "value=1", { type: "application/x-www-form-urlencoded" }), 400, "invalid");
});

test("labels tell series apart; a step cuts them", async ({ scientist }) => {
  const kpi = await newKpi(scientist, "labels");
  await push(scientist, kpi, [
    { time: at(0), value: 1, labels: { region: "NE" } },
    { time: at(0), value: 2, labels: { region: "SW" } },
    { time: at(0, 20), value: 5, labels: { region: "NE" } },
  ]);
  const series = await points(scientist, kpi, `from=${at(0)}&to=${at(0, 30)}&step=10m`);
  expect(series.map(({ labels, points }: Json) => [labels.region, points.map(([, value]: [string, number]) => value)]).sort()).toEqual([
    ["NE", [1, null, 5]],
    ["SW", [2, null, null]],
  ]);
  const hour = await points(scientist, kpi, `from=${at(0)}&to=${at(1)}`);
  expect(hour.map(({ points }: Json) => points.length)).toEqual([1, 1]);
  expectProblem(await scientist.get(`/kpis/${kpi}/series?from=${at(1)}&to=${at(0)}`), 400, "invalid");
  expectProblem(await scientist.get(`/kpis/${kpi}/series?from=${at(0)}&to=${at(1)}&step=often`), 400, "invalid");
});

test("a formula over other KPIs, never over itself", async ({ scientist }) => {
  const [approved, requests] = [await newKpi(scientist, "approved"), await newKpi(scientist, "requests")];
  await push(scientist, approved, [
    { time: at(0), value: 30 },
    { time: at(1), value: 5 },
  ]);
  await push(scientist, requests, [
    { time: at(0), value: 60 },
    { time: at(1), value: 0 },
    { time: at(2), value: 9 },
  ]);
  const query = { kind: "formula", expression: "approved / requests", inputs: { approved, requests } };
  const share = await newKpi(scientist, "share", { query });
  const [line] = await points(scientist, share, `from=${at(0)}&to=${at(3)}&step=1h`);
  expect(line.points.map(([, value]: [string, number]) => value)).toEqual([0.5, null, null]);
  expectProblem(await scientist.delete(`/kpis/${approved}`), 409, "conflict");
  expectProblem(await scientist.post(`/kpis/${share}/values`, { time: at(0), value: 1 }), 400, "invalid");
  expectProblem(await scientist.patch(`/kpis/${share}`, { query: { ...query, inputs: { approved: share, requests } } }), 400, "invalid");
  expectProblem(
    await scientist.post("/kpis", { slug: slugOf("bad"), name: "Bad", query: { ...query, expression: "approved +" } }),
    400,
    "invalid",
  );
});

test("a metric of a model over time", async ({ scientist }) => {
  const model = await newModel(scientist, "measured", {
    minimumRows: 1,
    schema: { features: [{ name: "x", type: "numeric" }], groups: ["g"] },
  });
  await sendPredictions(
    scientist,
    model,
    Array.from({ length: 40 }, (_, index) => ({
      id: `m${index}`,
      timestamp: at(index < 20 ? 0 : 2, index),
      score: index % 2 ? 0.8 : 0.3,
      label: index % 4 === 0 ? 1 : index % 2,
      features: { x: index },
      groups: { g: index % 2 ? "a" : "b" },
    })),
  );
  await counted(scientist, model);
  const kpi = await newKpi(scientist, "accuracy", { model, query: { kind: "model", model, metric: "performance.accuracy" } });
  const [line] = await points(scientist, kpi, `from=${at(0)}&to=${at(3)}&step=1h`);
  expect(line.points.map(([, value]: [string, number]) => value)).toEqual([0.75, null, 0.75]);
  expect((await scientist.get(`/kpis?model=${model}`)).json.items.map(({ slug }: Json) => slug)).toEqual([kpi]);
  for (const query of [
    { kind: "model", model, metric: "drift.psi" },
    { kind: "model", model, metric: "drift.psi", feature: "x" },
    { kind: "model", model, metric: "bias.demographicParityRatio", attribute: "g" },
    { kind: "model", model, metric: "operations.requests", version: "v1" },
    { kind: "model", model, metric: "performance.rocAuc" },
  ]) {
    const made = await scientist.post("/kpis", { slug: slugOf("metric"), name: "Metric", window: "1h", query });
    expect(made.status, `${query.metric} ${made.text}`).toBe(201);
    expect((await scientist.get(`/kpis/${made.json.slug}/series?from=${at(0)}&to=${at(1)}`)).status).toBe(200);
  }
  for (const metric of ["performance.magic", "nothing.rocAuc", "rocAuc"])
    expectProblem(
      await scientist.post("/kpis", { slug: slugOf("bad"), name: "Bad", window: "1h", query: { kind: "model", model, metric } }),
      400,
      "invalid",
    );
  expectProblem(
    await scientist.post("/kpis", {
      slug: slugOf("bad"),
      name: "Bad",
      query: { kind: "model", model: slugOf("none"), metric: "performance.rocAuc" },
    }),
    404,
    "not_found",
  );
});

test("the page of KPIs says how each stands", async ({ scientist, stakeholder }) => {
  const kpi = await newKpi(scientist, "summary", { target: 10, critical: 5, window: "1h" });
  await push(scientist, kpi, [{ time: new Date().toISOString(), value: 4 }]);
  const { items } = (await stakeholder.get("/kpis/summary")).json;
  expect(items.find(({ slug }: Json) => slug === kpi)).toMatchObject({ slug: kpi, value: 4, status: "critical", targetMet: false });
});
