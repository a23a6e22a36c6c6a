import { readDistribution } from "#lib/server/analysis/distribution";
import { route } from "#lib/server/http/route";

export const GET = route(readDistribution);
