import { route } from "#lib/server/http/route";
import { revokeOwnToken } from "#lib/server/tokens/revoke";

export const DELETE = route(revokeOwnToken, { status: 204 });
