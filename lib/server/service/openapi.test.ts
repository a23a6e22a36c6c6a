import { describe, expect, test } from "vitest";
import { apiRoutes } from "../api-routes.ts";
import { apiOperation, openapiDocument } from "./openapi.ts";

const document = openapiDocument(apiRoutes, "1.2.3");
const operationAt = (method: string, path: string) => {
  const route = apiRoutes.find(([routeMethod, routePath]) => routeMethod === method && routePath === path);
  if (!route) throw new Error(`no ${method} ${path}`);
  return apiOperation(route);
};

test("is OpenAPI 3.1 with every route in it", () => {
  expect(document).toMatchObject({ openapi: "3.1.0", info: { version: "1.2.3" } });
  const count = Object.values(document.paths).reduce((sum, methods) => sum + Object.keys(methods).length, 0);
  expect(count).toBe(apiRoutes.length);
});

test("holds no reference that leads nowhere, and survives being written as JSON", () => {
  const text = JSON.stringify(document);
  const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => target);
  expect(new Set(references)).toEqual(new Set(["#/components/schemas/Problem"]));
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(document)));
});

test("operation ids are unique", () => {
  const ids = Object.values(document.paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
  expect(new Set(ids).size).toBe(ids.length);
});

describe("fields go where they are sent", () => {
  test("a read has them in the path and in the query", () => {
    const { parameters, requestBody } = operationAt("GET", "/kpis/{slug}/series");
    expect(parameters.map(({ name, in: place, required }) => [name, place, required])).toEqual([
      ["slug", "path", true],
      ["from", "query", false],
      ["to", "query", false],
      ["step", "query", false],
    ]);
    expect(parameters[1]?.schema).toMatchObject({ type: "string", format: "date-time" });
    expect(requestBody).toBeUndefined();
  });
  test("a write has them in the body, without those of the path", () => {
    const body = operationAt("POST", "/models/{slug}/versions").requestBody?.content["application/json"]?.schema;
    expect(Object.keys(body?.properties ?? {})).toEqual(expect.arrayContaining(["version", "stage"]));
    expect(body?.properties).not.toHaveProperty("slug");
    expect(body?.required).toEqual(["version"]);
  });
  test("a bulk write takes its own content types", () => {
    expect(Object.keys(operationAt("POST", "/kpis/{slug}/values").requestBody?.content ?? {})).toEqual([
      "application/json",
      "application/x-ndjson",
      "text/csv",
    ]);
  });
  test("a delete has no body and no content", () => {
    expect(operationAt("DELETE", "/kpis/{slug}")).toMatchObject({ responses: { 204: { description: "Done." } } });
    expect(operationAt("DELETE", "/kpis/{slug}").requestBody).toBeUndefined();
  });
});
