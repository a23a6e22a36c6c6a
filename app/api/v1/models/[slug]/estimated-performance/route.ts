import { readEstimatedPerformance } from "#lib/server/analysis/estimated-performance";
import { route } from "#lib/server/http/route";

export const GET = route(readEstimatedPerformance);
