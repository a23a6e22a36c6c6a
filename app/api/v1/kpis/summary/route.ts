import { route } from "#lib/server/http/route";
import { kpiSummary } from "#lib/server/kpis/summary";

export const GET = route(kpiSummary);
