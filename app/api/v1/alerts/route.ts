import { listAlerts } from "#lib/server/alerts/list";
import { route } from "#lib/server/http/route";

export const GET = route(listAlerts);
