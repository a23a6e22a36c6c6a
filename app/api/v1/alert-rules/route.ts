import { route } from "#lib/server/http/route";
import { createRule } from "#lib/server/rules/create";
import { listRules } from "#lib/server/rules/list";

export const GET = route(listRules);
export const POST = route(createRule, { status: 201 });
