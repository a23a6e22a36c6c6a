import { streamRoute } from "#lib/server/http/route";
import { inferNewSchema } from "#lib/server/models/infer";

export const POST = streamRoute(inferNewSchema);
