import { route } from "#lib/server/http/route";
import { readKpiSeries } from "#lib/server/kpis/series";

export const GET = route(readKpiSeries);
