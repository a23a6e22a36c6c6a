import { route } from "#lib/server/http/route";
import { reopenIncident } from "#lib/server/incidents/verbs";

export const POST = route(reopenIncident);
