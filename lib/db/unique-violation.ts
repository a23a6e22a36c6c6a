import "server-only";
import { AppError } from "#lib/domain/errors";

const isUniqueViolation = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "code" in error && error.code === "P2002";

/** A write whose unique key somebody may have taken in the same moment: then it is a `conflict` with this message. */
export async function orConflict<T>(write: Promise<T>, message: string): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError("conflict", message, { cause: error });
    throw error;
  }
}
