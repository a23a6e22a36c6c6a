import { globSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { apiRoutes } from "./api-routes.ts";
import type { Operation } from "./operation.ts";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
/** What answers by itself, outside of the table: for everybody, with its own key in the path, or where there is no operation. */
const apart = (path: string) => path === "/openapi.json" || path === "/[...path]" || path.startsWith("/webhooks/");

type Found = { line: string; operation: Operation };
const line = (method: string, path: string, status: number) => `${method} ${path} ${status}`;

const isOperationHandler = (value: unknown): value is { operation: Operation; status: number } =>
  typeof value === "function" && "operation" in value && "status" in value;

async function routeFiles(): Promise<Found[]> {
  const found: Found[] = [];
  for (const file of globSync("app/api/v1/**/route.ts")) {
    const path = file
      .replace(/^app\/api\/v1/, "")
      .replace(/\/route\.ts$/, "")
      .replaceAll(/\[(\w+)\]/g, "{$1}");
    if (apart(path)) continue;
    const exported: Record<string, unknown> = await import(pathToFileURL(resolve(file)).href);
    for (const method of methods) {
      const handler = exported[method];
      if (handler === undefined) continue;
      if (!isOperationHandler(handler)) throw new Error(`${method} of ${file} was not made with route() or streamRoute().`);
      found.push({ line: line(method, path, handler.status), operation: handler.operation });
    }
  }
  return found;
}

test("the table of the API and the route files say the same", async () => {
  const files = await routeFiles();
  const table = apiRoutes.map(([method, path, , status]) => line(method, path, status));
  expect([...table].sort()).toEqual(files.map((file) => file.line).sort());
  expect(new Set(table).size).toBe(table.length);
  for (const [method, path, operation, status] of apiRoutes)
    expect(files.find((file) => file.line === line(method, path, status))?.operation, `${method} ${path}`).toBe(operation);
});

test("a create answers 201 only to POST, a delete 204 only to DELETE, and every DELETE does", () => {
  for (const [method, path, , status] of apiRoutes) {
    if (status === 201) expect(method, path).toBe("POST");
    expect(method === "DELETE", path).toBe(status === 204);
  }
});

test("what only reads never writes, and what writes is not reached by GET", () => {
  for (const [method, path, operation] of apiRoutes) if (operation.spec.effect === "write") expect(method, path).not.toBe("GET");
});
