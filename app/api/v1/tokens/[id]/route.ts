import { route } from "#lib/server/http/route";
import { revokeToken } from "#lib/server/tokens/revoke";

export const DELETE = route(revokeToken, { status: 204 });
