import { route } from "#lib/server/http/route";
import { previewRule } from "#lib/server/rules/preview";

export const POST = route(previewRule);
