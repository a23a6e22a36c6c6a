import { route } from "#lib/server/http/route";
import { endOwnSessions } from "#lib/server/people/me";

export const DELETE = route(endOwnSessions, { status: 204 });
