import { route } from "#lib/server/http/route";
import { acknowledgeIncident } from "#lib/server/incidents/verbs";

export const POST = route(acknowledgeIncident);
