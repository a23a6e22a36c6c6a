import "server-only";
import { permissions } from "#lib/domain/access/permissions";
import type { ApiEntry, ApiField, ApiSection } from "#lib/domain/api/api-entry";
import type { ApiRoute } from "../api-routes.ts";
import { type ApiParameter, apiOperation } from "./openapi.ts";
import { schemaFields, typeText } from "./schema-fields.ts";

const fieldOf = ({ name, required, schema }: ApiParameter): ApiField => ({
  name,
  required,
  type: typeText(schema),
  default: schema.default === undefined || schema.default === null ? null : JSON.stringify(schema.default),
});

function exampleOf(method: string, path: string, types: readonly string[]): string {
  const lines = [
    `curl${method === "GET" ? "" : ` -X ${method}`} "$MODELWATCH_URL${path}"`,
    `  -H "Authorization: Bearer $MODELWATCH_TOKEN"`,
  ];
  const [type] = types;
  if (type)
    lines.push(
      `  -H "Content-Type: ${type}"`,
      type === "application/json" ? "  -d @body.json" : `  --data-binary @rows.${type === "text/csv" ? "csv" : "ndjson"}`,
    );
  return lines.join(" \\\n");
}

function entryOf(route: ApiRoute): ApiEntry {
  const [method, path, operation, status] = route;
  const { operationId, summary, parameters, requestBody } = apiOperation(route);
  const types = Object.keys(requestBody?.content ?? {});
  const full = `/api/v1${path}`;
  const { permission } = operation.spec;
  return {
    id: operationId,
    method,
    path: full,
    summary,
    permission,
    role: permissions[permission],
    status,
    inPath: parameters.filter(({ in: place }) => place === "path").map(fieldOf),
    inQuery: parameters.filter(({ in: place }) => place === "query").map(fieldOf),
    body: requestBody ? { types, fields: schemaFields(requestBody.content["application/json"]?.schema) } : null,
    example: exampleOf(method, full, types),
  };
}

/** The API as people read it: by noun, in the order of the table. */
export const apiSections = (routes: readonly ApiRoute[]): ApiSection[] =>
  [...Map.groupBy(routes, ([, path]) => path.split("/")[1] ?? "")].map(([name, list]) => ({ name, entries: list.map(entryOf) }));
