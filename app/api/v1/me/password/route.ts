import { route } from "#lib/server/http/route";
import { changeOwnPassword } from "#lib/server/people/me";

export const POST = route(changeOwnPassword);
