import { route } from "#lib/server/http/route";
import { resolveIncident } from "#lib/server/incidents/verbs";

export const POST = route(resolveIncident);
