import { readBias } from "#lib/server/analysis/bias";
import { route } from "#lib/server/http/route";

export const GET = route(readBias);
