import { route } from "#lib/server/http/route";
import { createKpi } from "#lib/server/kpis/create";
import { listKpis } from "#lib/server/kpis/list";

export const GET = route(listKpis);
export const POST = route(createKpi, { status: 201 });
