import { erasePrediction } from "#lib/server/data/erase";
import { route } from "#lib/server/http/route";

export const DELETE = route(erasePrediction, { status: 204 });
