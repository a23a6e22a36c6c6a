import { route } from "#lib/server/http/route";
import { commentIncident } from "#lib/server/incidents/verbs";

export const POST = route(commentIncident);
