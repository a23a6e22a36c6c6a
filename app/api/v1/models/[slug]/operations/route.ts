import { readOperations } from "#lib/server/analysis/operations";
import { route } from "#lib/server/http/route";

export const GET = route(readOperations);
