import { route } from "#lib/server/http/route";
import { updateVersion } from "#lib/server/models/versions";

export const PATCH = route(updateVersion);
