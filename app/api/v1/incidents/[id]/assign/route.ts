import { route } from "#lib/server/http/route";
import { assignIncident } from "#lib/server/incidents/verbs";

export const POST = route(assignIncident);
