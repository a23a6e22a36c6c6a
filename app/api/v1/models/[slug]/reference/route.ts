import { putReference } from "#lib/server/data/put-reference";
import { streamRoute } from "#lib/server/http/route";

export const PUT = streamRoute(putReference);
