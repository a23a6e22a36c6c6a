import { route } from "#lib/server/http/route";
import { resetPassword } from "#lib/server/people/update";

export const POST = route(resetPassword);
