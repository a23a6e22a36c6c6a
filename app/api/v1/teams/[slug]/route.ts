import { route } from "#lib/server/http/route";
import { getTeam } from "#lib/server/teams/get";
import { removeTeam } from "#lib/server/teams/remove";
import { updateTeam } from "#lib/server/teams/update";

export const GET = route(getTeam);
export const PATCH = route(updateTeam);
export const DELETE = route(removeTeam, { status: 204 });
