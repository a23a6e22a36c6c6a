import { route } from "#lib/server/http/route";
import { createOwnToken } from "#lib/server/tokens/create";
import { listOwnTokens } from "#lib/server/tokens/list";

export const GET = route(listOwnTokens);
export const POST = route(createOwnToken, { status: 201 });
