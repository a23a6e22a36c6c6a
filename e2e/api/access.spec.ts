import type { APIRequestContext } from "@playwright/test";
import { type Api, apiOf, bearer, expect, expectProblem, type Json, origin, signIn, slugOf, test } from "./api.ts";

const password = "a password of the tests";

/** A person with a password, and the API as that person's browser sees it. */
async function personOf(admin: Api, context: APIRequestContext, role: string): Promise<{ id: string; email: string; api: Api }> {
  const email = `${slugOf(role)}@example.com`;
  const made = await admin.post("/users", { email, name: `Test ${role}`, role, password });
  expect(made.status, made.text).toBe(201);
  await signIn(context, { email, password });
  return { id: made.json.id, email, api: apiOf(context, { origin }) };
}

test("people are made, listed, and signed in with the role they have", async ({ admin, visitor, engineer }) => {
  const { id, email, api } = await personOf(admin, visitor, "scientist");
  expect((await api.get("/me")).json).toMatchObject({ actor: { kind: "user", id, role: "scientist" }, person: { email } });
  const listed = (await admin.get("/users?limit=500")).json.items.find((one: Json) => one.id === id);
  expect(listed).toMatchObject({ id, email, role: "scientist", name: "Test scientist" });
  expect(JSON.stringify(listed)).not.toMatch(/hash|password/i);
  for (const key of [id, email]) expect((await admin.get(`/users/${encodeURIComponent(key)}`)).json).toEqual(listed);
  expectProblem(await admin.get(`/users/${slugOf("nobody")}@example.com`), 404, "not_found");
  expectProblem(await admin.post("/users", { email, role: "scientist", password }), 409, "conflict");
  expectProblem(await admin.post("/users", { email: "nobody", role: "king", password: "short" }), 400, "invalid");
  expectProblem(await engineer.get("/users"), 403, "forbidden");
  expectProblem(await engineer.post("/users", {}), 403, "forbidden");
});

test("of several that make the same at once, one does and the others are told", async ({ admin }) => {
  const email = `${slugOf("race")}@example.com`;
  const slug = slugOf("race");
  const made = (path: string, body: object) => Promise.all([1, 2, 3].map(async () => (await admin.post(path, body)).status));
  expect((await made("/users", { email, role: "stakeholder", password })).sort()).toEqual([201, 409, 409]);
  expect((await made("/teams", { slug })).sort()).toEqual([201, 409, 409]);
  expect((await made("/models", { slug, name: "Race", task: "binary" })).sort()).toEqual([201, 409, 409]);
  expect((await made(`/models/${slug}/versions`, { version: "v1", stage: "champion" })).sort()).toEqual([201, 409, 409]);
  expect((await made("/kpis", { slug, name: "Race", query: { kind: "pushed" } })).sort()).toEqual([201, 409, 409]);
});

test("a demotion works at once, for the session and for the person's own tokens", async ({ admin, visitor, playwright, baseURL }) => {
  const { id, api } = await personOf(admin, visitor, "engineer");
  const { token } = (await api.post("/me/tokens", { name: "mine", role: "engineer" })).json;
  const other = await playwright.request.newContext({ ...(baseURL ? { baseURL } : {}) });
  const byToken = apiOf(other, bearer(token));
  expect([(await api.get("/alert-rules")).status, (await byToken.get("/alert-rules")).status]).toEqual([200, 200]);
  expect((await admin.patch(`/users/${id}`, { role: "stakeholder" })).json).toMatchObject({ role: "stakeholder" });
  for (const one of [api, byToken]) {
    expectProblem(await one.get("/alert-rules"), 403, "forbidden");
    expect((await one.get("/kpis")).status).toBe(200);
    expect((await one.get("/me")).json.actor.role).toBe("stakeholder");
  }
  expect((await admin.patch(`/users/${id}`, { disabled: true })).status).toBe(200);
  for (const one of [api, byToken]) expectProblem(await one.get("/kpis"), 401, "unauthenticated");
  await other.dispose();
});

test("a role gives no more than it has", async ({ admin, visitor }) => {
  const { api } = await personOf(admin, visitor, "scientist");
  expectProblem(await api.post("/me/tokens", { name: "more", role: "admin" }), 403, "forbidden");
  expectProblem(await api.post("/tokens", { name: "of others", role: "stakeholder" }), 403, "forbidden");
  expectProblem(await api.get("/audit-events"), 403, "forbidden");
});

test("tokens: shown once, listed without, revoked, expired", async ({ admin, playwright, baseURL }) => {
  const context = await playwright.request.newContext({ ...(baseURL ? { baseURL } : {}) });
  const made = await admin.post("/tokens", { name: "ci", role: "scientist", expires: "90d" });
  expect(made.status).toBe(201);
  expect(Date.parse(made.json.expiresAt) - Date.now()).toBeGreaterThan(89 * 86_400_000);
  const api = apiOf(context, bearer(made.json.token));
  expect((await api.get("/me")).json.actor).toMatchObject({ kind: "token", name: "ci", role: "scientist" });
  const listed = (await admin.get("/tokens")).json.items.find(({ id }: Json) => id === made.json.id);
  expect(listed).toMatchObject({ name: "ci", role: "scientist", status: "active" });
  expect(JSON.stringify(listed)).not.toContain(made.json.token);
  expect((await admin.delete(`/tokens/${made.json.id}`)).status).toBe(204);
  expectProblem(await api.get("/me"), 401, "unauthenticated");
  expectProblem(await admin.delete(`/tokens/${made.json.id}`), 409, "conflict");

  const brief = await admin.post("/tokens", { name: "brief", role: "scientist", expires: "1s" });
  const briefly = apiOf(context, bearer(brief.json.token));
  expect((await briefly.get("/me")).status).toBe(200);
  await expect.poll(async () => (await briefly.get("/me")).status, { timeout: 5000 }).toBe(401);
  const long = await apiOf(
    context,
    bearer((await admin.post("/tokens", { name: "parent", role: "scientist", expires: "1h" })).json.token),
  ).post("/me/tokens", { name: "child", role: "scientist" });
  expect(Date.parse(long.json.expiresAt) - Date.now()).toBeLessThan(3_600_001);
  expectProblem(await apiOf(context, bearer("mw_nonsense")).get("/me"), 401, "unauthenticated");
  expectProblem(await apiOf(context, { authorization: "Basic YTpi" }).get("/me"), 401, "unauthenticated");
  await context.dispose();
});

test("a changed password ends the other sessions", async ({ admin, visitor, playwright, baseURL }) => {
  const { email, api } = await personOf(admin, visitor, "stakeholder");
  const other = await playwright.request.newContext({ ...(baseURL ? { baseURL } : {}) });
  await signIn(other, { email, password });
  const elsewhere = apiOf(other, { origin });
  expect((await elsewhere.get("/me")).status).toBe(200);
  expectProblem(await api.post("/me/password", { current: "wrong", password: "another password" }), 400, "invalid");
  expect((await api.post("/me/password", { current: password, password: "another password" })).status).toBe(200);
  expectProblem(await elsewhere.get("/me"), 401, "unauthenticated");
  await signIn(other, { email, password: "another password" });
  expect((await elsewhere.get("/me")).status).toBe(200);
  await other.dispose();
});

test("who changed what is in the trail, without secrets", async ({ admin, scientist }) => {
  const slug = slugOf("audited");
  await scientist.post("/models", { slug, name: "Audited", task: "binary" });
  await scientist.patch(`/models/${slug}`, { description: "changed" });
  await scientist.get(`/models/${slug}/predictions`);
  const { items } = (await admin.get("/audit-events?noun=model&limit=200")).json;
  const own = items.filter(({ nounName }: Json) => nounName === slug);
  expect(own.map(({ action }: Json) => action)).toEqual(["row.read", "model.update", "model.create"]);
  expect(own[1]).toMatchObject({
    actor: { kind: "token", name: "acceptance scientist" },
    before: { description: "" },
    after: { description: "changed" },
  });
  const tokens = (await admin.get("/audit-events?noun=token&limit=200")).text;
  expect(tokens).not.toMatch(/mw_[A-Za-z0-9_-]{20,}/);
  const first = (await admin.get("/audit-events?limit=2")).json;
  const second = (await admin.get(`/audit-events?limit=2&cursor=${first.nextCursor}`)).json;
  expect(second.items[0].id).toBeLessThan(first.items[1].id);
});

test("invitations: a link that works once", async ({ admin, visitor }) => {
  const email = `${slugOf("invited")}@example.com`;
  const invited = await admin.post("/invitations", { email, role: "scientist" });
  expect(invited.status, invited.text).toBe(201);
  const token = new URL(invited.json.url).pathname.split("/").at(-1);
  const join = apiOf(visitor, { origin });
  const joined = await join.post("/api/auth/join", { token, name: "Invited", password });
  expect(joined.status, joined.text).toBe(200);
  expect((await join.post("/api/auth/join", { token, name: "Again", password })).status).toBeGreaterThanOrEqual(400);
  await signIn(visitor, { email, password });
  expect((await join.get("/me")).json.actor).toMatchObject({ name: "Invited", role: "scientist" });
});

test("too many requests are told how long to wait", async ({ visitor }) => {
  const address = { "x-forwarded-for": `203.0.113.${Math.floor(Math.random() * 250)}` };
  const join = apiOf(visitor, address);
  const answers = await Promise.all(Array.from({ length: 70 }, () => join.post("/api/auth/join", { token: "none", password })));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  for (const answer of refused) {
    expectProblem(answer, 429, "rate_limited");
    expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
  }
});
