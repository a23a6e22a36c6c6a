import { readOverview } from "#lib/server/analysis/overview";
import { route } from "#lib/server/http/route";

export const GET = route(readOverview);
