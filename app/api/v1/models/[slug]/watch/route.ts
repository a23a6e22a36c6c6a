import { route } from "#lib/server/http/route";
import { decideWatch, readWatch } from "#lib/server/models/watch";

export const GET = route(readWatch);
export const POST = route(decideWatch);
