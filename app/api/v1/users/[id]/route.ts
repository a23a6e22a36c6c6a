import { route } from "#lib/server/http/route";
import { getPerson } from "#lib/server/people/list";
import { updatePerson } from "#lib/server/people/update";

export const GET = route(getPerson);
export const PATCH = route(updatePerson);
