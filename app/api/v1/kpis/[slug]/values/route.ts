import { streamRoute } from "#lib/server/http/route";
import { pushKpiValues } from "#lib/server/kpis/push-values";

export const POST = streamRoute(pushKpiValues);
