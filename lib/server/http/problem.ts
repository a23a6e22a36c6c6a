import "server-only";
import { AppError, statusOf } from "#lib/domain/errors";

const titles: Record<keyof typeof statusOf, string> = {
  invalid: "The request is not valid",
  unauthenticated: "Sign in first",
  forbidden: "Not allowed",
  not_found: "Not found",
  conflict: "Somebody or something was there first",
  too_large: "Too large",
  rate_limited: "Too many requests",
  upstream_failed: "A source did not answer as it should",
  unavailable: "Not available right now",
  internal: "Something went wrong on our side",
};

/** The errors of Postgres that mean "busy or away": the caller should try again, nothing was lost. */
const away = new Set(["ECONNREFUSED", "ECONNRESET", "57P01", "57P03", "53300", "08006", "08001", "08003"]);

/** A unique key that somebody took in the same moment; and transactions that got in each other's way. */
const taken = new Set(["P2002", "23505"]);
const crossed = new Set(["P2034", "P2028", "40001", "40P01", "55P03"]);

export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  const message = error instanceof Error ? error.message : String(error);
  if (away.has(code) || /timeout exceeded when trying to connect|Can't reach database/.test(message))
    return new AppError("unavailable", "The database does not answer. Try again in a few seconds.", { cause: error, retryAfterSeconds: 5 });
  if (taken.has(code))
    return new AppError("conflict", "Somebody made the same in this very moment. Look at it before you try again.", { cause: error });
  if (crossed.has(code))
    return new AppError("unavailable", "Another change was in the way; nothing was done. Try again.", {
      cause: error,
      retryAfterSeconds: 1,
    });
  return new AppError("internal", "Something went wrong on our side. It was written to the server's log.", { cause: error });
}

/** RFC 9457: application/problem+json with a code that scripts can rely on. */
export function problem(thrown: unknown): Response {
  const error = toAppError(thrown);
  if (error.code === "internal") console.error(error.cause ?? error);
  const body = {
    type: `https://modelwatch.dev/problems/${error.code}`,
    title: titles[error.code],
    status: statusOf[error.code],
    detail: error.message,
    code: error.code,
    ...(error.errors ? { errors: error.errors } : {}),
  };
  return new Response(JSON.stringify(body), {
    status: statusOf[error.code],
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      ...(error.retryAfterSeconds ? { "retry-after": String(error.retryAfterSeconds) } : {}),
    },
  });
}
