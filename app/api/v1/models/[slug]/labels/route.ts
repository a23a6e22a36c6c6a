import { postLabels } from "#lib/server/data/post-rows";
import { streamRoute } from "#lib/server/http/route";

export const POST = streamRoute(postLabels);
