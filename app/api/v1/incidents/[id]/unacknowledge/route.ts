import { route } from "#lib/server/http/route";
import { unacknowledgeIncident } from "#lib/server/incidents/verbs";

export const POST = route(unacknowledgeIncident);
