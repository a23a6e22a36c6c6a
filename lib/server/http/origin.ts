import "server-only";
import { AppError } from "#lib/domain/errors";
import type { Caller } from "../context.ts";

const accepted = /^(application\/(json|x-ndjson|ndjson|yaml|x-yaml|gzip|x-gzip|octet-stream|vnd\.apache\.parquet)|text\/(csv|yaml))\b/i;

/** The addresses people reach us by; a write from a browser must come from one of them. */
const ownOrigins = (request: Request): Set<string> => {
  const origins = new Set<string>();
  if (process.env.MODELWATCH_URL) origins.add(new URL(process.env.MODELWATCH_URL).origin);
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  if (host) {
    const scheme = request.headers.get("x-forwarded-proto") ?? new URL(request.url).protocol.replace(":", "");
    origins.add(`${scheme}://${host}`);
  }
  return origins;
};

/** Cross-site request forgery: a browser session needs a matching Origin and a content type that no HTML form can send. */
export function checkWriteOrigin(request: Request, caller: Caller): void {
  if (caller.actor.kind !== "user") return;
  const origin = request.headers.get("origin");
  if (!origin || !ownOrigins(request).has(origin))
    throw new AppError("forbidden", "This write did not come from a page of this installation (Origin does not match).");
  // No form can send a DELETE, and browsers send it without a body and its type.
  if (request.method === "DELETE") return;
  if (!accepted.test(request.headers.get("content-type") ?? ""))
    throw new AppError("forbidden", "Send a content type such as application/json with this write.");
}
