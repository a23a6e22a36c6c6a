import "server-only";
import { AppError } from "#lib/domain/errors";
import { callerOf } from "../session/caller.ts";
import { observed } from "./observed.ts";
import { problem } from "./problem.ts";

/** Every address below /api/v1 that is no operation: a script gets the same kind of answer as for any other mistake, not a page. */
export const nothingHere = observed(async (request) => {
  try {
    await callerOf(request);
    return problem(new AppError("not_found", `There is no ${request.method} ${new URL(request.url).pathname} in this API. See /docs/api.`));
  } catch (error) {
    return problem(error);
  }
});
