import { route } from "#lib/server/http/route";
import { createPerson } from "#lib/server/people/create";
import { listPeople } from "#lib/server/people/list";

export const GET = route(listPeople);
export const POST = route(createPerson, { status: 201 });
