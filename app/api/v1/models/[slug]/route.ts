import { route } from "#lib/server/http/route";
import { getModel } from "#lib/server/models/get";
import { removeModel } from "#lib/server/models/remove";
import { updateModel } from "#lib/server/models/update";

export const GET = route(getModel);
export const PATCH = route(updateModel);
export const DELETE = route(removeModel, { status: 204 });
