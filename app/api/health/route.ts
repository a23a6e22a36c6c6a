import { healthRoute } from "#lib/server/service/health";

export const dynamic = "force-dynamic";
export const GET = healthRoute;
