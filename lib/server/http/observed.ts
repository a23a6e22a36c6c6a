import "server-only";
import { count } from "../service/counters.ts";
import type { Handler } from "./route.ts";

/** A handler that is counted by method and status. */
export const observed =
  (handler: Handler): Handler =>
  async (request, context) => {
    const response = await handler(request, context);
    count("modelwatch_http_requests_total", { method: request.method, status: String(response.status) });
    return response;
  };
