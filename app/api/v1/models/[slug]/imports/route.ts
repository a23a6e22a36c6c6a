import { listImports } from "#lib/server/data/imports";
import { route } from "#lib/server/http/route";

export const GET = route(listImports);
