import "server-only";
import { z } from "zod";
import { statusOf } from "#lib/domain/errors";
import type { ApiRoute } from "../api-routes.ts";

type Schema = z.core.JSONSchema.BaseSchema;

export type ApiParameter = { name: string; in: "path" | "query"; required: boolean; description?: string; schema: Schema };
export type ApiOperation = {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  parameters: ApiParameter[];
  requestBody?: { required: boolean; content: Record<string, { schema: Schema }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>;
};

/** A zod schema as JSON Schema. Times and what JSON cannot name (transforms of a check) are told as what they come as. */
function jsonSchema(schema: z.ZodType, io: "input" | "output"): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema: own }) => {
      if (zodSchema._zod.def.type === "date") Object.assign(own, { type: "string", format: "date-time" });
    },
  });
  return rest;
}

const nameOf = (method: string, path: string) =>
  `${method.toLowerCase()}${path
    .split(/[^a-zA-Z]+/)
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("")}`;

const isSchema = (value: unknown): value is Schema => typeof value === "object" && value !== null;

/** The input's fields by where they are sent: in the path, in the query of a read or a bulk write, else in the body. */
function partsOf([method, path, operation, , bodies]: ApiRoute) {
  const input = jsonSchema(operation.spec.input, "input");
  const inPath = new Set([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ""));
  const required = new Set(input.required ?? []);
  const fields = Object.entries(input.properties ?? {}).flatMap(([name, schema]) => (isSchema(schema) ? [[name, schema] as const] : []));
  const asQuery = method === "GET" || method === "DELETE" || bodies !== undefined;
  const parameters = [...inPath].map((name): ApiParameter => {
    const schema = fields.find(([field]) => field === name)?.[1] ?? { type: "string" };
    return { name, in: "path", required: true, schema };
  });
  const rest = fields.filter(([name]) => !inPath.has(name) && !(bodies && name === "body"));
  if (asQuery)
    return {
      parameters: [
        ...parameters,
        ...rest.map(([name, schema]): ApiParameter => ({ name, in: "query", required: required.has(name), schema })),
      ],
    };
  const { properties: _, required: __, ...head } = input;
  const body: Schema = {
    ...head,
    properties: Object.fromEntries(rest),
    required: rest.map(([name]) => name).filter((name) => required.has(name)),
  };
  return { parameters, body, isRequired: rest.some(([name]) => required.has(name)) };
}

const problemContent = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } };

export function apiOperation(entry: ApiRoute): ApiOperation {
  const [method, path, operation, status, bodies] = entry;
  const { parameters, body, isRequired } = partsOf(entry);
  const { output, permission, summary } = operation.spec;
  const content = bodies
    ? Object.fromEntries(bodies.map((type) => [type, { schema: type === "application/json" ? {} : { type: "string" as const } }]))
    : body && Object.keys(body.properties ?? {}).length > 0
      ? { "application/json": { schema: body } }
      : null;
  const answer = status === 204 ? {} : { content: { "application/json": { schema: output ? jsonSchema(output, "output") : {} } } };
  return {
    operationId: nameOf(method, path),
    summary,
    description: `Needs the permission ${permission}.`,
    tags: [path.split("/")[1] ?? ""],
    parameters,
    ...(content ? { requestBody: { required: bodies !== undefined || isRequired === true, content } } : {}),
    responses: {
      [status]: { description: "Done.", ...answer },
      default: { description: "It did not work; `code` says why.", content: problemContent },
    },
  };
}

const Problem: Schema = {
  type: "object",
  required: ["type", "title", "status", "detail", "code"],
  properties: {
    type: { type: "string", format: "uri" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    code: { type: "string", enum: Object.keys(statusOf) },
    errors: {
      type: "array",
      items: { type: "object", required: ["path", "message"], properties: { path: { type: "string" }, message: { type: "string" } } },
    },
  },
};

/** The OpenAPI 3.1 document of these routes, from the very schemas that check requests. */
export function openapiDocument(routes: readonly ApiRoute[], version: string) {
  const byPath = Map.groupBy(routes, ([, path]) => `/api/v1${path}`);
  const methodsOf = (list: readonly ApiRoute[]) => Object.fromEntries(list.map((entry) => [entry[0].toLowerCase(), apiOperation(entry)]));
  const paths = Object.fromEntries([...byPath].map(([path, list]) => [path, methodsOf(list)]));
  return {
    openapi: "3.1.0",
    info: {
      title: "Modelwatch",
      version,
      description:
        "Watch models in production. Times are RFC 3339, durations ISO 8601 or 90s 5m 1h 7d; lists answer {items,nextCursor}; an absent value is null beside a reason.",
    },
    servers: [{ url: "/" }],
    security: [{ bearer: [] }, { session: [] }],
    paths,
    components: {
      schemas: { Problem },
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", description: "A token made under Tokens or with `modelwatch token create`." },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "next-auth.session-token",
          description: "The browser's sign-in; writes need a matching Origin.",
        },
      },
    },
  } as const;
}
