import { readQuality } from "#lib/server/analysis/quality";
import { route } from "#lib/server/http/route";

export const GET = route(readQuality);
