import { bearer, expect, expectProblem, newModel, signIn, slugOf, test } from "./api.ts";

const example = {
  name: "Credit risk",
  task: "binary",
  team: "default",
  criticality: "high",
  description: "…",
  schema: {
    features: [
      { name: "income", type: "numeric" },
      { name: "purpose", type: "categorical" },
    ],
    groups: ["sex"],
    segments: ["region"],
  },
  decisionThreshold: 0.5,
  positiveLabel: 1,
  window: "1h",
  timeZone: "UTC",
  minimumRows: 200,
  minimumLabelCoverage: 0,
  retention: null,
  store: { kind: "postgres" },
};

test("a model needs slug, name and task; the rest has defaults", async ({ scientist }) => {
  const slug = slugOf("plain");
  const made = await scientist.post("/models", { slug, name: "Plain", task: "binary" });
  expect(made.status).toBe(201);
  expect(made.json).toMatchObject({
    id: expect.any(String),
    slug,
    name: "Plain",
    task: "binary",
    team: "default",
    schema: { features: [], groups: [], segments: [] },
    decisionThreshold: 0.5,
    positiveLabel: 1,
    window: "1h",
    timeZone: "UTC",
    minimumRows: 200,
    minimumLabelCoverage: 0,
    retention: null,
    store: { kind: "postgres" },
  });
  expect((await scientist.get(`/models/${slug}`)).json).toEqual(made.json);
  expect((await scientist.get(`/models/${made.json.id}`)).json).toEqual(made.json);
});

test("what was sent comes back, and can be sent again as a change", async ({ scientist }) => {
  const slug = slugOf("credit");
  const made = await scientist.post("/models", { slug, ...example, labelDelay: "P7D" });
  expect(made.status, made.text).toBe(201);
  expect(made.json).toMatchObject(example);
  const again = await scientist.patch(`/models/${slug}`, made.json);
  expect(again.status, again.text).toBe(200);
  expect(again.json).toMatchObject({ ...example, labelDelay: made.json.labelDelay });
  const changed = await scientist.patch(`/models/${slug}`, { name: "Renamed", labelDelay: "90s" });
  expect(changed.json).toMatchObject({ ...example, name: "Renamed", labelDelay: "90s" });
});

test("a slug that is taken is a conflict, unknown things are not found, bad fields are named", async ({ scientist }) => {
  const slug = await newModel(scientist, "taken");
  expectProblem(await scientist.post("/models", { slug, name: "Again", task: "binary" }), 409, "conflict", new RegExp(slug));
  expectProblem(await scientist.get(`/models/${slugOf("nothing")}`), 404, "not_found");
  expectProblem(await scientist.get("/no-such-thing"), 404, "not_found");
  const bad = await scientist.post("/models", { slug: "Not A Slug", name: "", task: "guess", window: "2h", timeZone: "Mars" });
  expectProblem(bad, 400, "invalid");
  expect(bad.json.errors.map(({ path }: { path: string }) => path)).toEqual(
    expect.arrayContaining(["slug", "name", "task", "window", "timeZone"]),
  );
  expectProblem(await scientist.post("/models", "{", { type: "application/json" }), 400, "invalid");
  expectProblem(await scientist.post("/models", "[]", { type: "application/json" }), 400, "invalid");
  expectProblem(await scientist.patch(`/models/${slug}`, { task: "regression" }), 400, "invalid");
  expectProblem(await scientist.patch(`/models/${slug}`, { team: null }), 400, "invalid");
});

test("a list pages through every model once", async ({ scientist }) => {
  const made = [await newModel(scientist, "page"), await newModel(scientist, "page")];
  const seen: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const page = await scientist.get(`/models?limit=3${cursor ? `&cursor=${cursor}` : ""}`);
    expect(page.json.items.length).toBeLessThanOrEqual(3);
    for (const item of page.json.items) expect(item).toMatchObject({ id: expect.any(String), name: expect.any(String) });
    seen.push(...page.json.items.map(({ slug }: { slug: string }) => slug));
    cursor = page.json.nextCursor;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toEqual(expect.arrayContaining(made));
  expectProblem(await scientist.get("/models?limit=0"), 400, "invalid");
});

test("versions: registered by hand or by the first event, one champion", async ({ scientist, stakeholder }) => {
  const slug = await newModel(scientist, "versions");
  const made = await scientist.post(`/models/${slug}/versions`, {
    version: "v1",
    stage: "champion",
    trainedAt: "2026-01-01T00:00:00Z",
    artifactUri: "s3://models/v1",
    notes: "first",
  });
  expect(made.status, made.text).toBe(201);
  expect(made.json).toMatchObject({ version: "v1", name: "v1", stage: "champion", notes: "first", artifactUri: "s3://models/v1" });
  expectProblem(await scientist.post(`/models/${slug}/versions`, { version: "v1" }), 409, "conflict");
  expectProblem(await scientist.post(`/models/${slug}/versions`, { version: "v9", stage: "best" }), 400, "invalid");
  expect((await scientist.post(`/models/${slug}/versions`, { version: "v2", stage: "champion" })).status).toBe(201);
  const event = { id: "a", timestamp: "2026-01-02T00:00:00Z", version: "v3", score: 0.4 };
  await scientist.post(`/models/${slug}/predictions`, event, { type: "application/x-ndjson" });
  const { items } = (await stakeholder.get(`/models/${slug}/versions`)).json;
  const stages = Object.fromEntries(items.map(({ version, stage }: { version: string; stage: string }) => [version, stage]));
  expect(stages).toEqual({ v1: "retired", v2: "champion", v3: "challenger" });
  expect((await scientist.patch(`/models/${slug}/versions/v3`, { stage: "shadow" })).json).toMatchObject({ stage: "shadow" });
});

test("teams are made, changed, and deleted while they own nothing", async ({ admin, scientist }) => {
  const slug = slugOf("team");
  const made = await admin.post("/teams", { slug, name: "Fraud" });
  expect(made.status).toBe(201);
  expect((await admin.get(`/teams/${made.json.id}`)).json).toMatchObject({ slug });
  expectProblem(await admin.post("/teams", { slug }), 409, "conflict");
  expectProblem(await scientist.post("/teams", { slug: slugOf("team") }), 403, "forbidden");
  expect((await admin.patch(`/teams/${slug}`, { name: "Fraud prevention" })).json).toMatchObject({ slug, name: "Fraud prevention" });
  expect((await scientist.get("/teams")).json.items.map(({ slug }: { slug: string }) => slug)).toContain(slug);
  const model = await newModel(scientist, "of-a-team", { team: slug });
  expect((await scientist.get(`/models/${model}`)).json.team).toBe(slug);
  expectProblem(await admin.delete(`/teams/${slug}`), 409, "conflict");
  expect((await admin.delete(`/models/${model}`)).status).toBe(204);
  expect((await admin.delete(`/teams/${slug}`)).status).toBe(204);
  expectProblem(await admin.get(`/teams/${slug}`), 404, "not_found");
});

test("a token of a team sees and makes that team's things only", async ({ admin, scientist, playwright, baseURL }) => {
  const [own, other] = [slugOf("own"), slugOf("other")];
  for (const slug of [own, other]) await admin.post("/teams", { slug });
  const [mine, theirs] = [await newModel(scientist, "mine", { team: own }), await newModel(scientist, "theirs", { team: other })];
  const { token } = (await admin.post("/tokens", { name: "of a team", role: "engineer", team: own })).json;
  const context = await playwright.request.newContext({ baseURL, extraHTTPHeaders: bearer(token) });
  const slugs = (await (await context.get("/api/v1/models?limit=500")).json()).items.map(({ slug }: { slug: string }) => slug);
  expect(slugs).toEqual([mine]);
  expect((await context.get(`/api/v1/models/${theirs}`)).status()).toBe(404);
  expect((await context.get(`/api/v1/models/${theirs}/performance`)).status()).toBe(404);
  const made = await context.post("/api/v1/models", { data: { slug: slugOf("made"), name: "Made", task: "binary" } });
  expect(await made.json()).toMatchObject({ team: own });
  await context.dispose();
});

test("a schema is proposed from a sample, and nothing is stored", async ({ scientist }) => {
  const slug = await newModel(scientist, "infer");
  const rows = "id,timestamp,score,age,city,vip\n1,2026-01-01T00:00:00Z,0.3,31,Rome,true\n2,2026-01-01T01:00:00Z,0.8,44,Oslo,false\n";
  const proposed = await scientist.post(`/models/${slug}/schema/infer`, rows, { type: "text/csv" });
  expect(proposed.status, proposed.text).toBe(200);
  expect(JSON.stringify(proposed.json)).toMatch(/"age"/);
  expect((await scientist.get(`/models/${slug}`)).json.schema.features).toEqual([]);
  expectProblem(await scientist.post(`/models/${slug}/schema/infer`, "", { type: "text/csv" }), 400, "invalid");
});

test("deleting a model takes an engineer, answers 204, and takes everything with it", async ({ scientist, engineer }) => {
  const slug = await newModel(scientist, "gone");
  await scientist.post(
    `/models/${slug}/predictions`,
    { id: "a", timestamp: "2026-01-02T00:00:00Z", score: 0.4 },
    { type: "application/x-ndjson" },
  );
  expectProblem(await scientist.delete(`/models/${slug}`), 403, "forbidden");
  const gone = await engineer.delete(`/models/${slug}`);
  expect([gone.status, gone.text]).toEqual([204, ""]);
  expectProblem(await engineer.delete(`/models/${slug}`), 404, "not_found");
  expectProblem(await scientist.get(`/models/${slug}/performance`), 404, "not_found");
});

test("a stakeholder reads models and writes none; who is refused is told before the body is read", async ({ stakeholder, anonymous }) => {
  expect((await stakeholder.get("/models")).status).toBe(200);
  expectProblem(await stakeholder.post("/models", "{not json", { type: "application/json" }), 403, "forbidden");
  expectProblem(await anonymous.post("/models", "{not json", { type: "application/json" }), 401, "unauthenticated");
  expectProblem(await anonymous.get("/models"), 401, "unauthenticated");
});

test("signing in with the wrong password leaves nobody signed in", async ({ visitor, anonymous }) => {
  await signIn(visitor, { email: `${slugOf("nobody")}@example.com`, password: "wrong password" });
  expectProblem(await anonymous.get("/me"), 401, "unauthenticated");
});
