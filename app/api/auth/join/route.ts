import { publicRoute } from "#lib/server/http/route";
import { join } from "#lib/server/people/join";

export const POST = publicRoute(join);
