import { route } from "#lib/server/http/route";
import { listOverview } from "#lib/server/overview/list";

export const GET = route(listOverview);
