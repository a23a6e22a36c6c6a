import { erasePredictions } from "#lib/server/data/erase";
import { postPredictions } from "#lib/server/data/post-rows";
import { samplePredictions } from "#lib/server/data/sample";
import { route, streamRoute } from "#lib/server/http/route";

export const GET = route(samplePredictions);
export const POST = streamRoute(postPredictions);
export const DELETE = route(erasePredictions, { status: 204 });
