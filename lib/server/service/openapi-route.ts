import "server-only";
import { apiRoutes } from "../api-routes.ts";
import { openapiDocument } from "./openapi.ts";
import { productVersion } from "./product-version.ts";

let written: string | undefined;

/** GET /api/v1/openapi.json, for everybody; written once per process. */
export async function openapiRoute(): Promise<Response> {
  written ??= JSON.stringify(openapiDocument(apiRoutes, productVersion()));
  return new Response(written, { headers: { "content-type": "application/json", "cache-control": "no-cache" } });
}
