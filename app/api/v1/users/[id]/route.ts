import { route } from "#lib/server/http/route";
import { updatePerson } from "#lib/server/people/update";

export const PATCH = route(updatePerson);
