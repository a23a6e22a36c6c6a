import { route } from "#lib/server/http/route";
import { readIncident } from "#lib/server/incidents/list";

export const GET = route(readIncident);
