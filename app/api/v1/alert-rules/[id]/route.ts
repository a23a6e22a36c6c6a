import { route } from "#lib/server/http/route";
import { deleteRule } from "#lib/server/rules/delete";
import { readRule } from "#lib/server/rules/list";
import { updateRule } from "#lib/server/rules/update";

export const GET = route(readRule);
export const PATCH = route(updateRule);
export const DELETE = route(deleteRule, { status: 204 });
