import { route } from "#lib/server/http/route";
import { invitePerson } from "#lib/server/people/invite";
import { listInvitations } from "#lib/server/people/list";

export const GET = route(listInvitations);
export const POST = route(invitePerson, { status: 201 });
