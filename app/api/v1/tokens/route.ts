import { route } from "#lib/server/http/route";
import { createToken } from "#lib/server/tokens/create";
import { listAllTokens } from "#lib/server/tokens/list";

export const GET = route(listAllTokens);
export const POST = route(createToken, { status: 201 });
