import { route } from "#lib/server/http/route";
import { listIncidents } from "#lib/server/incidents/list";

export const GET = route(listIncidents);
