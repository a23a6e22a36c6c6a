import { route } from "#lib/server/http/route";
import { search } from "#lib/server/shell/search";

export const GET = route(search);
