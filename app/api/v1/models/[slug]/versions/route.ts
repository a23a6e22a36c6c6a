import { route } from "#lib/server/http/route";
import { createVersion, listVersions } from "#lib/server/models/versions";

export const GET = route(listVersions);
export const POST = route(createVersion, { status: 201 });
