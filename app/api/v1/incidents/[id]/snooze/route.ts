import { route } from "#lib/server/http/route";
import { snoozeIncident } from "#lib/server/incidents/verbs";

export const POST = route(snoozeIncident);
