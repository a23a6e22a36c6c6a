import { randomUUID } from "node:crypto";
import { type APIRequestContext, type APIResponse, test as base, expect } from "@playwright/test";

/** An answer of the API: `json` is the parsed body, null where there is none. */
export type Answer = { status: number; type: string; headers: Record<string, string>; text: string; json: Json };
/** Loosely typed on purpose: these tests hold the API to its written contract, not to the types of its own code. */
export type Json = ReturnType<typeof JSON.parse>;

type Sent = { body?: unknown; type?: string; headers?: Record<string, string> };

/** The API as one caller sees it: a person's session or a token. */
export type Api = {
  get: (path: string) => Promise<Answer>;
  post: (path: string, body?: unknown, sent?: Sent) => Promise<Answer>;
  put: (path: string, body?: unknown, sent?: Sent) => Promise<Answer>;
  patch: (path: string, body?: unknown, sent?: Sent) => Promise<Answer>;
  delete: (path: string) => Promise<Answer>;
};

async function answerOf(response: APIResponse): Promise<Answer> {
  const text = await response.text();
  const type = response.headers()["content-type"] ?? "";
  return { status: response.status(), type, headers: response.headers(), text, json: /json/.test(type) ? JSON.parse(text) : null };
}

const bodyOf = (body: unknown): string | Buffer | undefined =>
  body === undefined || typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body);

/** Paths are below /api/v1 unless they begin with /api/. */
export function apiOf(context: APIRequestContext, own: Record<string, string> = {}): Api {
  const send = async (method: string, path: string, body?: unknown, { type = "application/json", headers = {} }: Sent = {}) =>
    answerOf(
      await context.fetch(path.startsWith("/api/") ? path : `/api/v1${path}`, {
        method,
        headers: { ...own, ...(body === undefined ? {} : { "content-type": type }), ...headers },
        ...(body === undefined ? {} : { data: bodyOf(body) }),
      }),
    );
  return {
    get: (path) => send("GET", path),
    post: (path, body, sent) => send("POST", path, body ?? {}, sent),
    put: (path, body, sent) => send("PUT", path, body ?? {}, sent),
    patch: (path, body, sent) => send("PATCH", path, body ?? {}, sent),
    delete: (path) => send("DELETE", path),
  };
}

const baseURL = process.env.MODELWATCH_URL ?? process.env.APP_URL ?? "http://127.0.0.1:3000";
export const origin = new URL(baseURL).origin;
export const administrator = {
  email: process.env.MODELWATCH_ADMIN_EMAIL ?? "admin@example.com",
  password: process.env.MODELWATCH_ADMIN_PASSWORD ?? "modelwatch-demo",
};

/** Signs a context in as the form of /login does; whether it worked is seen at /me. */
export async function signIn(context: APIRequestContext, { email, password }: { email: string; password: string }): Promise<void> {
  const { csrfToken } = await (await context.get("/api/auth/csrf")).json();
  await context.post("/api/auth/callback/credentials", { form: { csrfToken, email, password, json: "true" } });
}

export type Role = "admin" | "engineer" | "scientist" | "stakeholder";

type Worker = {
  /** a token of every role, made once for a worker */
  tokens: Record<Role, string>;
};
type Fixtures = {
  admin: Api;
  engineer: Api;
  scientist: Api;
  stakeholder: Api;
  anonymous: Api;
  /** a context of its own, with cookies */
  visitor: APIRequestContext;
};

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

const roleFixture =
  (role: Role) =>
  async ({ tokens, playwright }: { tokens: Worker["tokens"]; playwright: Json }, use: (api: Api) => Promise<void>) => {
    const context = await playwright.request.newContext({ baseURL });
    await use(apiOf(context, bearer(tokens[role])));
    await context.dispose();
  };

export const test = base.extend<Fixtures, Worker>({
  tokens: [
    async ({ playwright }, use) => {
      const context = await playwright.request.newContext({ baseURL });
      await signIn(context, administrator);
      const api = apiOf(context, { origin });
      const tokenOf = async (role: Role): Promise<string> => {
        const made = await api.post("/tokens", { name: `acceptance ${role}`, role, expires: "1h" });
        expect(made.status, made.text).toBe(201);
        return made.json.token;
      };
      await use({
        admin: await tokenOf("admin"),
        engineer: await tokenOf("engineer"),
        scientist: await tokenOf("scientist"),
        stakeholder: await tokenOf("stakeholder"),
      });
      await context.dispose();
    },
    { scope: "worker" },
  ],
  admin: roleFixture("admin"),
  engineer: roleFixture("engineer"),
  scientist: roleFixture("scientist"),
  stakeholder: roleFixture("stakeholder"),
  visitor: async ({ playwright }, use) => {
    const context = await playwright.request.newContext({ baseURL });
    await use(context);
    await context.dispose();
  },
  anonymous: async ({ visitor }, use) => use(apiOf(visitor)),
});

export { expect };

/** A slug that no other test has. */
export const slugOf = (name: string): string => `${name}-${randomUUID().slice(0, 8)}`;

/** Registers a model and returns its slug. */
export async function newModel(api: Api, name: string, fields: Record<string, unknown> = {}): Promise<string> {
  const slug = slugOf(name);
  const made = await api.post("/models", { slug, name, task: "binary", ...fields });
  expect(made.status, made.text).toBe(201);
  return slug;
}

export const ndjson = (lines: readonly unknown[]): string =>
  lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");

export const asNdjson = { type: "application/x-ndjson" };
export const asCsv = { type: "text/csv" };

/** Sends predictions; all of them must be taken. */
export async function sendPredictions(api: Api, model: string, events: readonly unknown[]): Promise<Json> {
  const sent = await api.post(`/models/${model}/predictions`, ndjson(events), asNdjson);
  expect(sent.status, sent.text).toBe(200);
  expect(sent.json.rejected, sent.text).toBe(0);
  return sent.json;
}

/** Waits until everything that was sent is counted. */
export async function counted(api: Api, model: string, seconds = 30): Promise<void> {
  await expect
    .poll(
      async () => {
        const { json } = await api.get(`/models/${model}/root-cause`);
        return [json.provenance?.pendingRows, ...(json.provenance?.notes ?? []).filter((note: string) => /counted again/.test(note))];
      },
      { timeout: seconds * 1000, intervals: [50, 100, 200, 400] },
    )
    .toEqual([0]);
}

/** RFC 9457, with a code that scripts rely on. */
export function expectProblem(answer: Answer, status: number, code: string, detail?: RegExp): void {
  expect(answer.status, answer.text).toBe(status);
  expect(answer.type).toMatch(/^application\/problem\+json/);
  expect(answer.json).toMatchObject({ type: expect.any(String), title: expect.any(String), status, detail: expect.any(String), code });
  if (detail) expect(answer.json.detail).toMatch(detail);
}
