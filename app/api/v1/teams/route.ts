import { route } from "#lib/server/http/route";
import { createTeam } from "#lib/server/teams/create";
import { listTeams } from "#lib/server/teams/list";

export const GET = route(listTeams);
export const POST = route(createTeam, { status: 201 });
