import { readExplainability } from "#lib/server/analysis/explainability";
import { route } from "#lib/server/http/route";

export const GET = route(readExplainability);
