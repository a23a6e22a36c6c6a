import { globSync } from "node:fs";
import { administrator, expect, expectProblem, type Json, newModel, sendPredictions, signIn, test } from "./api.ts";

test("health says that database and worker are well, to everybody", async ({ anonymous }) => {
  const health = await anonymous.get("/api/health");
  expect(health.status).toBe(200);
  expect(health.json).toEqual({
    status: "ok",
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    database: "ok",
    worker: { status: "ok", lagSeconds: expect.any(Number) },
  });
});

test("metrics are text that Prometheus reads, and count what happens", async ({ anonymous, scientist }) => {
  const read = async () => (await anonymous.get("/api/metrics")).text;
  const accepted = (text: string) =>
    Number(/modelwatch_ingested_rows_total\{[^}]*predictions[^}]*accepted[^}]*\} (\S+)/.exec(text)?.[1] ?? 0);
  const before = accepted(await read());
  const model = await newModel(scientist, "measured");
  await sendPredictions(scientist, model, [{ id: "a", timestamp: "2026-01-01T00:00:00Z", score: 0.4 }]);
  const answer = await anonymous.get("/api/metrics");
  expect(answer.type).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(accepted(answer.text)).toBeGreaterThan(before);
  const sample = /^[a-zA-Z_:][a-zA-Z0-9_:]*(\{([a-zA-Z_][a-zA-Z0-9_]*="([^"\\\n]|\\["\\n])*",?)*\})? (NaN|[+-]?Inf|[-+0-9.eE]+)$/;
  for (const line of answer.text.trimEnd().split("\n")) if (!line.startsWith("# ")) expect(line).toMatch(sample);
  const typed = [...answer.text.matchAll(/^# TYPE (\S+) (counter|gauge)$/gm)].map(([, name]) => name);
  expect(new Set(typed).size).toBe(typed.length);
});

test.describe("the API document", () => {
  const methods = ["get", "post", "put", "patch", "delete"];

  test("is OpenAPI 3.1 for everybody, lists every route file, and describes each operation", async ({ anonymous }) => {
    const { status, json: document } = await anonymous.get("/openapi.json");
    expect(status).toBe(200);
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    const files = globSync("app/api/v1/**/route.ts")
      .map((file) =>
        file
          .replace(/^app/, "")
          .replace(/\/route\.ts$/, "")
          .replaceAll(/\[(\w+)\]/g, "{$1}"),
      )
      .filter((path) => path !== "/api/v1/openapi.json" && !path.includes("[...") && !path.includes("/webhooks/"));
    const base = document.servers?.[0]?.url?.replace(/\/$/, "") ?? "";
    const paths = Object.keys(document.paths).map((path) =>
      path.startsWith("/api/") ? path : `${base.replace(/^https?:\/\/[^/]+/, "")}${path}`,
    );
    expect(paths.sort()).toEqual(files.sort());

    const ids: string[] = [];
    for (const [path, item] of Object.entries<Json>(document.paths))
      for (const [method, operation] of Object.entries<Json>(item)) {
        expect(methods, path).toContain(method);
        ids.push(operation.operationId);
        expect(operation.summary, path).toEqual(expect.any(String));
        const success = Object.keys(operation.responses).filter((code) => code.startsWith("2"));
        expect(success, `${method} ${path}`).toHaveLength(1);
        const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        const declared = (operation.parameters ?? []).filter(({ in: place }: Json) => place === "path");
        expect(declared.map(({ name }: Json) => name).sort(), path).toEqual(named.sort());
        for (const parameter of declared) expect(parameter.required).toBe(true);
        for (const parameter of operation.parameters ?? [])
          expect(parameter.schema, `${method} ${path} ${parameter.name}`).toEqual(expect.any(Object));
      }
    expect(new Set(ids).size).toBe(ids.length);
    const text = JSON.stringify(document);
    for (const [, target = ""] of text.matchAll(/"\$ref":"#\/([^"]+)"/g))
      expect(
        target.split("/").reduce((at: Json, key) => at?.[key], document),
        target,
      ).toBeTruthy();
    expect(document.components.securitySchemes).toBeTruthy();
  });

  test("says the truth: every GET without parameters answers as the document says", async ({ admin, anonymous }) => {
    const { json: document } = await anonymous.get("/openapi.json");
    for (const [path, item] of Object.entries<Json>(document.paths)) {
      if (!item.get || path.includes("{")) continue;
      const needed = (item.get.parameters ?? []).filter(({ required }: Json) => required);
      const address = path.startsWith("/api/") ? path : `/api/v1${path}`;
      const query = needed.map(({ name }: Json) => `${name}=a`).join("&");
      expect((await admin.get(`${address}${query ? `?${query}` : ""}`)).status, path).toBe(200);
      expectProblem(await anonymous.get(address), 401, "unauthenticated");
    }
  });

  test("has a page for people who are signed in", async ({ visitor }) => {
    const away = await visitor.get("/docs/api", { maxRedirects: 0 });
    expect([302, 303, 307]).toContain(away.status());
    expect(away.headers().location).toMatch(/\/login/);
    await signIn(visitor, administrator);
    const page = await visitor.get("/docs/api");
    expect(page.status()).toBe(200);
    const text = await page.text();
    for (const path of ["/api/v1/models/{slug}/predictions", "/api/v1/alert-rules/preview"]) expect(text).toContain(path);
  });
});

test("every list has items with an id and a name, and a cursor", async ({ admin, scientist }) => {
  await newModel(scientist, "listed");
  for (const path of [
    "/models",
    "/kpis",
    "/alert-rules",
    "/alerts",
    "/incidents",
    "/teams",
    "/users",
    "/tokens",
    "/invitations",
    "/audit-events",
    "/me/tokens",
  ]) {
    const { status, json } = await admin.get(path);
    expect(status, path).toBe(200);
    expect(json, path).toMatchObject({ items: expect.any(Array) });
    expect(json.nextCursor === null || typeof json.nextCursor === "string", path).toBe(true);
    for (const item of json.items) {
      expect(["string", "number"], path).toContain(typeof item.id);
      expect(typeof item.name, `${path} ${JSON.stringify(item).slice(0, 200)}`).toBe("string");
    }
  }
});

test("answers are never kept by a cache between", async ({ scientist }) => {
  expect((await scientist.get("/models")).headers["cache-control"]).toBe("no-store");
});
