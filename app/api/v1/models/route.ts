import { route } from "#lib/server/http/route";
import { createModel } from "#lib/server/models/create";
import { listModels } from "#lib/server/models/list";

export const GET = route(listModels);
export const POST = route(createModel, { status: 201 });
