import { openapiRoute } from "#lib/server/service/openapi-route";

export const GET = openapiRoute;
