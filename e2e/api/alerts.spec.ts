import { type Api, expect, expectProblem, type Json, newModel, slugOf, test } from "./api.ts";

const minute = (index: number) => new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString().replace(".000Z", "Z");
type Value = number | null | "error";
const pointsOf = (values: readonly Value[]) => values.map((value, index) => [minute(index), value]);

async function pushedKpi(api: Api, name: string): Promise<string> {
  const slug = slugOf(name);
  const made = await api.post("/kpis", { slug, name, window: "1h", query: { kind: "pushed" } });
  expect(made.status, made.text).toBe(201);
  return slug;
}

const push = async (api: Api, kpi: string, value: number, labels: Record<string, string> = {}) =>
  expect((await api.post(`/kpis/${kpi}/values`, { time: new Date().toISOString(), value, labels })).status).toBe(200);

async function preview(
  api: Api,
  rule: Record<string, unknown>,
  values: readonly Value[],
  labels: Record<string, string> = {},
): Promise<Json> {
  const answer = await api.post("/alert-rules/preview", { rule, series: [{ labels, points: pointsOf(values) }] });
  expect(answer.status, answer.text).toBe(200);
  return answer.json;
}
const statesOf = async (api: Api, rule: Record<string, unknown>, values: readonly Value[]): Promise<string[]> =>
  (await preview(api, rule, values)).evaluations.map(({ state }: Json) => state);

test.describe("preview of given points", () => {
  const cases: { name: string; condition: object; values: Value[]; states: string[] }[] = [
    { name: "above is strict", condition: { operator: "above", critical: 5 }, values: [5, 5.1], states: ["normal", "firing"] },
    { name: "below is strict", condition: { operator: "below", critical: 5 }, values: [5, 4.9], states: ["normal", "firing"] },
    {
      name: "the bounds of outside are inside",
      condition: { operator: "outside", critical: [1, 2] },
      values: [1, 2, 0.9, 2.1],
      states: ["normal", "normal", "firing", "firing"],
    },
    { name: "inside", condition: { operator: "inside", critical: [1, 2] }, values: [0.5, 1.5, 3], states: ["normal", "firing", "normal"] },
    { name: "equal", condition: { operator: "equal", critical: 0 }, values: [1, 0], states: ["normal", "firing"] },
    {
      name: "change",
      condition: { operator: "change", critical: 5 },
      values: [1, 2, 8, 8],
      states: ["normal", "normal", "firing", "normal"],
    },
    {
      name: "changePercent",
      condition: { operator: "changePercent", critical: 50 },
      values: [100, 120, 50],
      states: ["normal", "normal", "firing"],
    },
    {
      name: "recovery holds until it is passed",
      condition: { operator: "below", critical: 5, recovery: 7 },
      values: [4, 6, 7.1],
      states: ["firing", "firing", "normal"],
    },
  ];
  for (const { name, condition, values, states } of cases)
    test(name, async ({ scientist }) => expect(await statesOf(scientist, { condition }, values)).toEqual(states));

  test("warning and critical are told apart", async ({ scientist }) => {
    const { evaluations, episodes, summary } = await preview(
      scientist,
      { condition: { operator: "below", critical: 5, warning: 8 } },
      [9, 7, 4, 7, 9],
    );
    expect(evaluations.map(({ severity }: Json) => severity)).toEqual([null, "warning", "critical", "warning", null]);
    expect(evaluations[1]).toEqual({ time: minute(1), labels: {}, state: "firing", severity: "warning", value: 7 });
    expect(episodes).toEqual([expect.objectContaining({ start: minute(1), end: minute(4), severity: "critical", peak: 4 })]);
    expect(summary).toMatchObject({ episodes: 1, firingSeconds: 180, longestSeconds: 180, flapPercent: expect.any(Number) });
  });

  test("`for` waits, `keepFiringFor` recovers and fires again at once", async ({ scientist }) => {
    const condition = { operator: "above", critical: 1 };
    expect(await statesOf(scientist, { condition, for: "2m" }, [2, 2, 2, 0])).toEqual(["pending", "pending", "firing", "normal"]);
    expect(await statesOf(scientist, { condition, for: "2m" }, [2, 0, 2])).toEqual(["pending", "normal", "pending"]);
    expect(await statesOf(scientist, { condition, for: "1m", keepFiringFor: "2m" }, [2, 2, 0, 2, 0, 0, 0])).toEqual([
      "pending",
      "firing",
      "recovering",
      "firing",
      "recovering",
      "recovering",
      "normal",
    ]);
  });

  test("no data and errors by policy", async ({ scientist }) => {
    const condition = { operator: "above", critical: 1 };
    const values: Value[] = [2, null, null, 0];
    expect(await statesOf(scientist, { condition }, values)).toEqual(["firing", "no_data", "no_data", "normal"]);
    expect(await statesOf(scientist, { condition, noData: "ok" }, values)).toEqual(["firing", "normal", "normal", "normal"]);
    expect(await statesOf(scientist, { condition, noData: "keep" }, values)).toEqual(["firing", "firing", "firing", "normal"]);
    expect(await statesOf(scientist, { condition, noData: "alert" }, [0, null, null, 0])).toEqual(["normal", "firing", "firing", "normal"]);
    const failing: Value[] = [2, "error", 0];
    expect(await statesOf(scientist, { condition }, failing)).toEqual(["firing", "error", "normal"]);
    expect(await statesOf(scientist, { condition, onError: "ok" }, failing)).toEqual(["firing", "normal", "normal"]);
    expect(await statesOf(scientist, { condition, onError: "keep" }, failing)).toEqual(["firing", "firing", "normal"]);
    expect(await statesOf(scientist, { condition, onError: "alert" }, [0, "error", 0])).toEqual(["normal", "firing", "normal"]);
    const { episodes } = await preview(scientist, { condition }, [2, null, 2, 0]);
    expect(episodes).toEqual([expect.objectContaining({ start: minute(0), end: minute(3) })]);
  });

  test("minimumSamples is left out of account, several series run apart, a steady flapper is near 100 %", async ({ scientist }) => {
    const rule = { condition: { operator: "above", critical: 1 }, minimumSamples: 1_000_000 };
    const answer = await scientist.post("/alert-rules/preview", {
      rule,
      series: [
        { labels: { region: "NE" }, points: pointsOf([2, 0]) },
        { labels: { region: "SW" }, points: pointsOf([0, 2]) },
      ],
    });
    expect(answer.json.evaluations.map(({ labels, state }: Json) => `${labels.region} ${state}`).sort()).toEqual([
      "NE firing",
      "NE normal",
      "SW firing",
      "SW normal",
    ]);
    const flapping = await preview(
      scientist,
      rule,
      Array.from({ length: 40 }, (_, index) => (index % 2 ? 2 : 0)),
    );
    expect(flapping.summary.flapPercent).toBeGreaterThan(95);
    expect((await preview(scientist, rule, Array(40).fill(2))).summary.flapPercent).toBeLessThan(5);
  });

  test("points out of order, and limits on the wrong side, are refused by name", async ({ scientist, stakeholder }) => {
    const rule = { condition: { operator: "above", critical: 1 } };
    const unordered = {
      rule,
      series: [
        {
          labels: {},
          points: [
            [minute(1), 1],
            [minute(0), 1],
          ],
        },
      ],
    };
    expectProblem(await scientist.post("/alert-rules/preview", unordered), 400, "invalid");
    expectProblem(await scientist.post("/alert-rules/preview", { rule }), 400, "invalid");
    const wrong = { rule: { condition: { operator: "above", critical: 1, warning: 2 } }, series: [] };
    expectProblem(await scientist.post("/alert-rules/preview", wrong), 400, "invalid");
    expectProblem(await stakeholder.post("/alert-rules/preview", unordered), 403, "forbidden");
  });
});

test.describe("rules", () => {
  const condition = { operator: "below", critical: 0.7083, warning: 0.75, recovery: 0.72 };

  test("are made with their defaults, read, listed, changed and deleted", async ({ engineer, scientist, stakeholder }) => {
    const kpi = await pushedKpi(scientist, "auc");
    const made = await engineer.post("/alert-rules", { name: "AUC below limit", query: { kind: "kpi", kpi }, condition });
    expect(made.status, made.text).toBe(201);
    expect(made.json).toMatchObject({
      id: expect.any(String),
      name: "AUC below limit",
      query: { kind: "kpi", kpi },
      condition,
      interval: "1m",
      for: "0s",
      keepFiringFor: "0s",
      noData: "no_data",
      noDataFor: "0s",
      onError: "error",
      missingSeriesEvaluations: 2,
      severity: "critical",
      labels: {},
      channels: [],
      enabled: true,
    });
    const { id } = made.json;
    expect((await scientist.get(`/alert-rules/${id}`)).json).toMatchObject({ id, condition });
    expect((await scientist.get("/alert-rules?limit=500")).json.items.map(({ id }: Json) => id)).toContain(id);
    const changed = await engineer.patch(`/alert-rules/${id}`, { interval: "30s", labels: { team: "risk" }, enabled: false });
    expect(changed.json).toMatchObject({ interval: "30s", labels: { team: "risk" }, enabled: false, condition });
    expectProblem(await engineer.patch(`/alert-rules/${id}`, { interval: "1s" }), 400, "invalid");
    expectProblem(await scientist.post("/alert-rules", {}), 403, "forbidden");
    expectProblem(await stakeholder.get("/alert-rules"), 403, "forbidden");
    expect((await engineer.delete(`/alert-rules/${id}`)).status).toBe(204);
    expectProblem(await engineer.get(`/alert-rules/${id}`), 404, "not_found");
    expectProblem(await engineer.patch(`/alert-rules/${id}`, { interval: "1m" }), 404, "not_found");
    expectProblem(await engineer.get("/alert-rules/no-such-id"), 404, "not_found");
  });

  test("what they watch must be there, and be said rightly", async ({ engineer, scientist }) => {
    const model = await newModel(scientist, "watched", { schema: { segments: ["region"] } });
    const rule = (query: object, over: object = {}) =>
      engineer.post("/alert-rules", { name: "Watch", query, condition: { operator: "below", critical: 0.7 }, enabled: false, ...over });
    expect((await rule({ kind: "model", model, metric: "performance.rocAuc" })).status).toBe(201);
    expect((await rule({ kind: "model", model, metric: "performance.rocAuc", segment: "region:NE" })).status).toBe(201);
    expectProblem(await rule({ kind: "model", model: slugOf("none"), metric: "performance.rocAuc" }), 404, "not_found");
    expectProblem(await rule({ kind: "kpi", kpi: slugOf("none") }), 404, "not_found");
    expectProblem(await rule({ kind: "model", model, metric: "performance.magic" }), 400, "invalid");
    expectProblem(await rule({ kind: "model", model, metric: "drift.psi", feature: "nothing" }), 400, "invalid");
    for (const bad of [
      { operator: "near", critical: 1 },
      { operator: "outside", critical: 1 },
      { operator: "outside", critical: [2, 1] },
      { operator: "above" },
    ])
      expectProblem(await rule({ kind: "model", model, metric: "performance.rocAuc" }, { condition: bad }), 400, "invalid");
  });
});

test.describe("incidents", () => {
  /** A rule over a pushed KPI that fires; the incident it opened. */
  async function fired(
    engineer: Api,
    scientist: Api,
    name: string,
    over: object = {},
  ): Promise<{ kpi: string; rule: string; incident: Json }> {
    const kpi = await pushedKpi(scientist, name);
    const made = await engineer.post("/alert-rules", {
      name: `${name} too low`,
      query: { kind: "kpi", kpi },
      condition: { operator: "below", critical: 5 },
      ...over,
    });
    expect(made.status, made.text).toBe(201);
    await push(scientist, kpi, 1);
    let incident: Json;
    await expect
      .poll(async () => (incident = (await engineer.get(`/incidents?rule=${made.json.id}`)).json.items[0]), {
        timeout: 10_000,
        intervals: [100],
      })
      .toBeTruthy();
    return { kpi, rule: made.json.id, incident };
  }

  test("a pushed value fires its rule within ten seconds; alerts and incidents tell of it", async ({
    engineer,
    scientist,
    stakeholder,
  }) => {
    const { kpi, rule, incident } = await fired(engineer, scientist, "revenue");
    expect(incident).toMatchObject({
      id: expect.any(String),
      number: expect.any(Number),
      title: expect.any(String),
      severity: "critical",
      condition: "firing",
      workflow: "open",
      model: null,
      rule,
      assignee: null,
      acknowledgedAt: null,
      resolvedAt: null,
    });
    expect(Date.now() - Date.parse(incident.startedAt)).toBeLessThan(30_000);
    const alerts = (await engineer.get("/alerts")).json.items.filter((alert: Json) => alert.rule.id === rule);
    expect(alerts).toEqual([expect.objectContaining({ state: "firing", severity: "critical", value: 1 })]);
    const read = (await stakeholder.get(`/incidents/${incident.id}`)).json;
    expect(read.timeline).toEqual([
      expect.objectContaining({ kind: "opened", time: expect.any(String), actor: null, text: expect.any(String) }),
    ]);
    expect((await stakeholder.get(`/incidents/${incident.number}`)).json.id).toBe(incident.id);

    await push(scientist, kpi, 9);
    await expect.poll(async () => (await engineer.get(`/incidents/${incident.id}`)).json.condition, { timeout: 10_000 }).toBe("recovered");
    expect((await engineer.get(`/incidents/${incident.id}`)).json.workflow).toBe("open");
    await push(scientist, kpi, 1);
    await expect.poll(async () => (await engineer.get(`/incidents/${incident.id}`)).json.condition, { timeout: 10_000 }).toBe("firing");
    const again = (await engineer.get(`/incidents/${incident.id}`)).json;
    expect(again.timeline.map(({ kind }: Json) => kind)).toEqual(["opened", "recovered", "fired_again"]);
    expect((await engineer.get(`/incidents?rule=${rule}`)).json.items).toHaveLength(1);
  });

  test("people work it: who was first is told to who was second", async ({ engineer, admin, scientist, stakeholder }) => {
    const { incident } = await fired(engineer, scientist, "worked");
    const verb = (api: Api, name: string, body: object = {}) => api.post(`/incidents/${incident.id}/${name}`, body);
    expectProblem(await verb(stakeholder, "acknowledge"), 403, "forbidden");
    expectProblem(await verb(scientist, "acknowledge"), 403, "forbidden");
    const race = await Promise.all([
      verb(engineer, "acknowledge", { comment: "mine" }),
      verb(admin, "acknowledge", { comment: "no, mine" }),
    ]);
    expect(race.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = race.find(({ status }) => status === 409);
    if (lost) expectProblem(lost, 409, "conflict", /already been acknowledged by acceptance (engineer|admin)/);
    expect(race.find(({ status }) => status === 200)?.json).toMatchObject({ workflow: "acknowledged", acknowledgedAt: expect.any(String) });

    expect((await verb(engineer, "unacknowledge")).json.workflow).toBe("open");
    expectProblem(await verb(engineer, "unacknowledge"), 409, "conflict");
    expect((await verb(scientist, "comment", { text: "Looking." })).status).toBe(200);
    expectProblem(await verb(scientist, "comment", {}), 400, "invalid");
    expectProblem(await verb(engineer, "snooze", { until: "2020-01-01T00:00:00Z" }), 400, "invalid");
    const until = new Date(Date.now() + 3_600_000).toISOString();
    expect((await verb(engineer, "snooze", { until })).json).toMatchObject({ workflow: "snoozed" });
    const { items } = (await admin.get("/users")).json;
    expect((await verb(engineer, "assign", { user: items[0].id })).json.assignee).toBe(items[0].id);
    expect(
      (await engineer.get(`/incidents?assignee=${items[0].id}&workflow=snoozed&severity=critical&condition=firing`)).json.items.map(
        ({ id }: Json) => id,
      ),
    ).toContain(incident.id);
    expect((await engineer.get("/incidents?workflow=resolved&limit=200")).json.items.map(({ id }: Json) => id)).not.toContain(incident.id);
    expect((await verb(engineer, "assign", { team: "default" })).json.assignee).toBe("default");
    expectProblem(await verb(engineer, "resolve", {}), 400, "invalid");
    expect((await verb(engineer, "resolve", { reason: "Fixed", comment: "A bad deploy." })).json).toMatchObject({
      workflow: "resolved",
      condition: "firing",
      resolvedAt: expect.any(String),
    });
    expectProblem(await verb(admin, "resolve", { reason: "Again" }), 409, "conflict", /already been resolved by acceptance engineer/);
    expectProblem(await verb(admin, "acknowledge"), 409, "conflict");
    expect((await verb(engineer, "reopen")).json).toMatchObject({ workflow: "open", resolvedAt: null });
    expectProblem(await verb(engineer, "reopen"), 409, "conflict");
    const { timeline } = (await engineer.get(`/incidents/${incident.id}`)).json;
    expect(timeline.map(({ kind }: Json) => kind)).toEqual([
      "opened",
      "acknowledged",
      "unacknowledged",
      "commented",
      "snoozed",
      "assigned",
      "assigned",
      "resolved",
      "reopened",
    ]);
    const { items: trail } = (await admin.get("/audit-events?noun=incident&limit=200")).json;
    const own = trail.filter(({ nounId }: Json) => nounId === incident.id).map(({ action }: Json) => action);
    expect(own).toEqual(expect.arrayContaining(["incident.acknowledge", "incident.resolve", "incident.reopen", "incident.comment"]));
    expectProblem(await engineer.get("/incidents/999999999"), 404, "not_found");
    expectProblem(await engineer.post("/incidents/nothing/acknowledge"), 404, "not_found");
  });

  test("resolved while it fires opens nothing new until it was normal once", async ({ engineer, scientist }) => {
    const { kpi, rule, incident } = await fired(engineer, scientist, "latched", { interval: "5s" });
    await engineer.post(`/incidents/${incident.id}/resolve`, { reason: "Known" });
    const evaluatedAfter = async (moment: number) =>
      expect
        .poll(async () => Date.parse((await engineer.get(`/alert-rules/${rule}`)).json.lastEvaluatedAt), { timeout: 10_000 })
        .toBeGreaterThan(moment);
    await push(scientist, kpi, 2);
    await evaluatedAfter(Date.now());
    expect((await engineer.get(`/incidents?rule=${rule}`)).json.items).toHaveLength(1);
    await push(scientist, kpi, 9);
    await expect.poll(async () => (await engineer.get(`/alert-rules/${rule}`)).json.status, { timeout: 10_000 }).toBe("normal");
    await push(scientist, kpi, 1);
    await expect.poll(async () => (await engineer.get(`/incidents?rule=${rule}`)).json.items.length, { timeout: 10_000 }).toBe(2);
  });

  test("a rule that is switched off or deleted ends what fires, and says why", async ({ engineer, scientist }) => {
    const { rule, incident } = await fired(engineer, scientist, "switched-off");
    await engineer.patch(`/alert-rules/${rule}`, { enabled: false });
    const read = (await engineer.get(`/incidents/${incident.id}`)).json;
    expect(read.condition).toBe("recovered");
    expect(read.timeline.at(-1)).toMatchObject({ kind: "recovered", text: expect.stringMatching(/switched off/) });
  });

  test("every series of a KPI has an incident of its own", async ({ engineer, scientist }) => {
    const kpi = await pushedKpi(scientist, "regions");
    await push(scientist, kpi, 1, { region: "NE" });
    await push(scientist, kpi, 9, { region: "SW" });
    const { id } = (
      await engineer.post("/alert-rules", { name: "Regions", query: { kind: "kpi", kpi }, condition: { operator: "below", critical: 5 } })
    ).json;
    await expect
      .poll(async () => (await engineer.get(`/incidents?rule=${id}`)).json.items.map(({ labels }: Json) => labels.region), {
        timeout: 10_000,
      })
      .toEqual(["NE"]);
    await push(scientist, kpi, 2, { region: "SW" });
    await expect
      .poll(async () => (await engineer.get(`/incidents?rule=${id}`)).json.items.map(({ labels }: Json) => labels.region), {
        timeout: 10_000,
      })
      .toEqual(["SW", "NE"]);
  });
});
