import { readDrift } from "#lib/server/analysis/drift";
import { route } from "#lib/server/http/route";

export const GET = route(readDrift);
