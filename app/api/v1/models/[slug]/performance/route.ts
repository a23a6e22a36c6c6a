import { readPerformance } from "#lib/server/analysis/performance";
import { route } from "#lib/server/http/route";

export const GET = route(readPerformance);
