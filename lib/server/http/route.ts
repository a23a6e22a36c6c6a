import "server-only";
import { createHash } from "node:crypto";
import type { z } from "zod";
import { AppError } from "#lib/domain/errors";
import type { Caller } from "../context.ts";
import { authorize, type Operation } from "../operation.ts";
import { callerOf } from "../session/caller.ts";
import { remembered, rememberedBulk } from "./idempotency.ts";
import { observed } from "./observed.ts";
import { checkWriteOrigin } from "./origin.ts";
import { problem } from "./problem.ts";
import { takeTurn } from "./rate-limit.ts";

type RouteContext = { params: Promise<Record<string, string | string[]>> };
export type Handler = (request: Request, context: RouteContext) => Promise<Response>;

/** A handler that tells what it does, so that the API document can be checked against it. */
export type OperationHandler = Handler & { readonly operation: Operation; readonly status: 200 | 201 | 204 };

const json = (value: unknown, status: number) =>
  new Response(
    JSON.stringify(value ?? null, (_key, inner) => (typeof inner === "bigint" ? Number(inner) : inner)),
    {
      status,
      headers: { "content-type": "application/json", "cache-control": "no-store" },
    },
  );

const maximumBody = 4 * 1024 * 1024;

async function jsonBody(request: Request): Promise<Record<string, unknown>> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > maximumBody)
    throw new AppError("too_large", "This body is larger than 4 MB. Send bulk data as NDJSON or CSV to the endpoints made for it.");
  const text = await request.text();
  if (text.length > maximumBody) throw new AppError("too_large", "This body is larger than 4 MB.");
  if (text.trim() === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {}
  throw new AppError("invalid", "The body is not a JSON object.");
}

/** One key once is text, several times a list; path parameters win over the query, the query over the body. */
export async function requestInput(request: Request, context: RouteContext): Promise<Record<string, unknown>> {
  const query: Record<string, unknown> = {};
  const search = new URL(request.url).searchParams;
  for (const key of new Set(search.keys())) {
    const all = search.getAll(key);
    query[key] = all.length > 1 ? all : all[0];
  }
  return { ...query, ...(await context.params) };
}

type Options = {
  /** the status of success; 201 for a create, 204 for a delete, 200 else */
  status?: 200 | 201 | 204;
  /** the body is text (YAML) and goes to the input as `body` */
  text?: boolean;
};

/** A route handler in one line: who calls, may they, what do they ask, do it, answer. */
export function route<I extends z.ZodType, O>(operation: Operation<I, O>, options: Options = {}): OperationHandler {
  const handler = observed(async (request, context) => {
    try {
      const caller = await callerOf(request);
      authorize(caller, operation.spec.permission);
      const input = await requestInput(request, context);
      const writes = request.method !== "GET" && request.method !== "HEAD";
      if (writes) checkWriteOrigin(request, caller);
      const run = async (body: Record<string, unknown>) => {
        const answer = await operation(caller, { ...body, ...input });
        return options.status === 204 ? new Response(null, { status: 204 }) : json(answer, options.status ?? 200);
      };
      if (!writes) return await run({});
      const body = options.text ? { body: await request.text() } : await jsonBody(request);
      const key = request.headers.get("idempotency-key");
      if (!key) return await run(body);
      const fingerprint = createHash("sha256")
        .update(`${request.method} ${request.url}\n${JSON.stringify(body)}`)
        .digest("hex");
      return await remembered({ caller, key, fingerprint, run: () => run(body) });
    } catch (error) {
      return problem(error);
    }
  });
  return Object.assign(handler, { operation, status: options.status ?? 200 });
}

/** Bulk bodies: the operation reads the stream itself, so memory is bounded by its batch. */
export function streamRoute<I extends z.ZodType, O>(operation: Operation<I, O>): OperationHandler {
  const handler = observed(async (request, context) => {
    try {
      const caller = await callerOf(request);
      authorize(caller, operation.spec.permission);
      checkWriteOrigin(request, caller);
      const input = await requestInput(request, context);
      const contentType = request.headers.get("content-type") ?? "";
      const contentEncoding = request.headers.get("content-encoding") ?? "";
      const run = async (stream: ReadableStream<Uint8Array>) =>
        json(await operation(caller, { ...input, body: { stream, contentType, contentEncoding } }), 200);
      const stream = request.body ?? new ReadableStream<Uint8Array>({ start: (controller) => controller.close() });
      const key = request.headers.get("idempotency-key");
      return await (key ? rememberedBulk({ caller, key, what: `${request.method} ${request.url}`, stream, run }) : run(stream));
    } catch (error) {
      return problem(error);
    }
  });
  return Object.assign(handler, { operation, status: 200 as const });
}

export type { Caller };

/** For the few writes that come before sign-in: the link in the body is the permission. Tightly limited per address. */
export function publicRoute<O>(run: (raw: unknown, now: Date) => Promise<O>): Handler {
  return observed(async (request) => {
    try {
      const now = new Date();
      takeTurn(`public:${request.headers.get("x-forwarded-for") ?? "local"}`, 60, now.getTime());
      if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) throw new AppError("invalid", "Send application/json.");
      return json(await run(await jsonBody(request), now), 200);
    } catch (error) {
      return problem(error);
    }
  });
}
