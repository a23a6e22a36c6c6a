import { route } from "#lib/server/http/route";
import { readMe } from "#lib/server/people/me";

export const GET = route(readMe);
