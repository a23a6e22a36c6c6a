import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prisma } from "#lib/db/client";
import { pool } from "#lib/db/pool";
import { can, permissions, roles } from "#lib/domain/access/permissions";
import { callerAs } from "#lib/testing/caller";
import { testDatabase } from "#lib/testing/test-database";
import { apiRoutes } from "./api-routes.ts";
import type { Handler } from "./http/route.ts";
import type { Operation } from "./operation.ts";
import { hashToken } from "./session/caller.ts";

let drop: () => Promise<void>;
beforeAll(async () => {
  const database = await testDatabase();
  drop = database.drop;
  process.env.DATABASE_URL = database.url;
});
afterAll(async () => {
  await prisma().$disconnect();
  await pool().end();
  await drop();
});

const isOperation = (value: unknown): value is Operation => typeof value === "function" && "kind" in value && value.kind === "operation";
const load = async (file: string): Promise<Record<string, unknown>> => import(pathToFileURL(resolve(file)).href);

const found: { name: string; run: Operation }[] = [];
for (const file of globSync("lib/server/**/*.ts").sort()) {
  // What serves pages imports what only a page has; operations never do.
  if (/\.test\.ts$|\/session\//.test(file) || /from "(next\/|.*\/session\/page)/.test(readFileSync(file, "utf8"))) continue;
  for (const [name, value] of Object.entries(await load(file)))
    if (isOperation(value)) found.push({ name: `${file.slice("lib/server/".length)} ${name}`, run: value });
}

/** Permission is checked before input: who may not is refused before this input could be found wrong. */
const nonsense = Symbol("no input is like this");

test("there are operations, each with a permission of the table and a summary", () => {
  expect(found.length).toBeGreaterThan(40);
  for (const { name, run } of found) {
    expect(permissions, name).toHaveProperty([run.spec.permission]);
    expect(run.spec.summary.length, name).toBeGreaterThan(3);
  }
});

describe.each(roles)("%s", (role) => {
  test.each(found)("$name", async ({ run }) => {
    const refused = { code: can(role, run.spec.permission) ? "invalid" : "forbidden" };
    await expect(run(callerAs(role), nonsense)).rejects.toMatchObject(refused);
  });
});

test("every operation that a route offers was walked", () => {
  const walked = new Set(found.map(({ run }) => run));
  for (const [method, path, operation] of apiRoutes) expect(walked.has(operation), `${method} ${path}`).toBe(true);
});

describe("at the routes", () => {
  const handlerOf = async (method: string, path: string): Promise<Handler> => {
    const file = `app/api/v1${path.replaceAll(/\{(\w+)\}/g, "[$1]")}/route.ts`;
    const handler = (await load(file))[method];
    if (typeof handler !== "function") throw new Error(`no ${method} in ${file}`);
    return async (request, context) => handler(request, context);
  };
  const ask = async (method: string, path: string, headers: Record<string, string>) => {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
    const params = Promise.resolve(Object.fromEntries(names.map((name) => [name, "nothing"])));
    const body = method === "GET" || method === "DELETE" ? null : "{}";
    const request = new Request(`http://127.0.0.1/api/v1${path}`, {
      method,
      body,
      headers: { "content-type": "application/json", ...headers },
    });
    const response = await (await handlerOf(method, path))(request, { params });
    const text = await response.text();
    return { status: response.status, type: response.headers.get("content-type"), code: text === "" ? null : JSON.parse(text).code };
  };
  const everything = apiRoutes.map(([method, path]) => ({ method, path }));
  const token = async (data: { role: string; revokedAt?: Date; expiresAt?: Date }) => {
    const secret = `mw_${crypto.randomUUID()}`;
    await prisma().apiToken.create({ data: { name: "t", prefix: "mw_", hash: hashToken(secret), ...data } });
    return { authorization: `Bearer ${secret}` };
  };

  test.each(everything)("$method $path refuses nobody in particular", async ({ method, path }) => {
    expect(await ask(method, path, {})).toEqual({ status: 401, type: "application/problem+json", code: "unauthenticated" });
  });

  test("a token that is wrong, has expired or was revoked is nobody", async () => {
    process.env.MODELWATCH_SECRET = "test";
    const past = new Date("2020-01-01T00:00:00Z");
    const headers = [
      { authorization: "Bearer nonsense" },
      await token({ role: "admin", expiresAt: past }),
      await token({ role: "admin", revokedAt: past }),
    ];
    for (const header of headers) expect(await ask("GET", "/models", header)).toMatchObject({ status: 401, code: "unauthenticated" });
  });

  test.each(roles)("%s: what the role may not is 403 at every route", async (role) => {
    const header = await token({ role });
    for (const [method, path, operation] of apiRoutes)
      if (!can(role, operation.spec.permission))
        expect(await ask(method, path, header), `${method} ${path}`).toMatchObject({ status: 403, code: "forbidden" });
  });

  test("a thing that does not exist is 404, whatever is asked of it", async () => {
    const header = await token({ role: "admin" });
    expect(await ask("GET", "/models/{slug}/versions", header)).toMatchObject({ status: 404, code: "not_found" });
    expect(await ask("GET", "/kpis/{slug}", header)).toMatchObject({ status: 404, code: "not_found" });
    expect(await ask("DELETE", "/kpis/{slug}", header)).toMatchObject({ status: 404, code: "not_found" });
  });

  test("a model's life by HTTP has the statuses of the contract", async () => {
    const header = await token({ role: "admin" });
    const send = async (method: string, path: string, params: Record<string, string>, body: string | null, type = "application/json") => {
      const url = `http://127.0.0.1/api/v1${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? "")}`;
      const request = new Request(url, { method, body, headers: { ...header, ...(body === null ? {} : { "content-type": type }) } });
      const response = await (await handlerOf(method, path.split("?")[0] ?? path))(request, { params: Promise.resolve(params) });
      const text = await response.text();
      return { status: response.status, body: text === "" ? null : JSON.parse(text) };
    };
    const slug = { slug: "http" };
    const event = JSON.stringify({
      id: "a1",
      timestamp: "2021-06-01T00:00:00.123456Z",
      score: 0.91,
      label: 1,
      features: { income: 42_000 },
    });
    const features = [{ name: "income", type: "numeric" }];
    expect(await send("POST", "/models", {}, JSON.stringify({ ...slug, name: "H", task: "binary", schema: { features } }))).toMatchObject({
      status: 201,
      body: slug,
    });
    expect(await send("POST", "/models", {}, JSON.stringify({ ...slug, name: "H", task: "binary" }))).toMatchObject({
      status: 409,
      body: { code: "conflict" },
    });
    expect(await send("POST", "/models", {}, JSON.stringify({ slug: "A B", name: "H" }))).toMatchObject({
      status: 400,
      body: { code: "invalid", errors: [{ path: "slug" }, { path: "task" }] },
    });
    expect(await send("POST", "/models/{slug}/predictions", slug, `${event}\n${event}\n`, "application/x-ndjson")).toEqual({
      status: 200,
      body: { accepted: 1, duplicates: 1, rejected: 0, errors: [], warnings: [] },
    });
    expect(await send("GET", "/models/{slug}/predictions", slug, null)).toMatchObject({
      status: 200,
      body: { items: [{ id: "a1", timestamp: "2021-06-01T00:00:00.123456Z" }] },
    });
    expect(await send("POST", "/models/{slug}/labels", slug, "id,label\na1,0\n", "text/csv")).toMatchObject({
      status: 200,
      body: { accepted: 1, pending: 0 },
    });
    expect(await send("PUT", "/models/{slug}/reference", slug, "score,label\n0.2,0\n", "text/csv")).toMatchObject({
      status: 200,
      body: { version: 1, rows: 1 },
    });
    expect(await send("PATCH", "/models/{slug}", slug, '{"criticality":"high"}')).toMatchObject({
      status: 200,
      body: { criticality: "high" },
    });
    expect(await send("POST", "/models/{slug}/versions", slug, '{"version":"v2"}')).toMatchObject({ status: 201, body: { version: "v2" } });
    expect(await send("DELETE", "/models/{slug}/predictions/{id}", { ...slug, id: "a1" }, null)).toEqual({ status: 204, body: null });
    expect(await send("DELETE", "/models/{slug}", slug, null)).toEqual({ status: 204, body: null });
    expect(await send("GET", "/models/{slug}", slug, null)).toMatchObject({ status: 404, body: { code: "not_found" } });
    expect(await send("POST", "/kpis", {}, '{"slug":"k","name":"K","query":{"kind":"pushed"}}')).toMatchObject({ status: 201 });
    expect(await send("POST", "/kpis/{slug}/values", { slug: "k" }, '{"time":"2026-01-01T00:00:00Z","value":1}')).toEqual({
      status: 200,
      body: { accepted: 1, rejected: 0, errors: [] },
    });
    expect(await send("DELETE", "/kpis/{slug}", { slug: "k" }, null)).toEqual({ status: 204, body: null });
  });
});
