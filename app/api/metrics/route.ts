import { metricsRoute } from "#lib/server/service/metrics";

export const dynamic = "force-dynamic";
export const GET = metricsRoute;
