import { readRootCause } from "#lib/server/analysis/root-cause";
import { route } from "#lib/server/http/route";

export const GET = route(readRootCause);
