import { route } from "#lib/server/http/route";
import { getKpi } from "#lib/server/kpis/list";
import { removeKpi } from "#lib/server/kpis/remove";
import { updateKpi } from "#lib/server/kpis/update";

export const GET = route(getKpi);
export const PATCH = route(updateKpi);
export const DELETE = route(removeKpi, { status: 204 });
