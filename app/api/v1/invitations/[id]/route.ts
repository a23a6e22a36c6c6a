import { route } from "#lib/server/http/route";
import { revokeInvitation } from "#lib/server/people/invite";

export const DELETE = route(revokeInvitation, { status: 204 });
