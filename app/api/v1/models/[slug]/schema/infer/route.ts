import { streamRoute } from "#lib/server/http/route";
import { inferModelSchema } from "#lib/server/models/infer";

export const POST = streamRoute(inferModelSchema);
