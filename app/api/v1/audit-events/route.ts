import { listAuditEvents } from "#lib/server/audit/list";
import { route } from "#lib/server/http/route";

export const GET = route(listAuditEvents);
