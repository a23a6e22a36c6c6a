import "server-only";
import { join } from "node:path";
import { migrate } from "#lib/db/migrate";
import { AppError } from "#lib/domain/errors";

/** Applies the migrations that are missing; the names of those applied. */
export function migrateDatabase(env: Record<string, string | undefined>): Promise<string[]> {
  if (!env.DATABASE_URL)
    throw new AppError("unavailable", "No database: set DATABASE_URL, or start Modelwatch once so that its own database exists.");
  return migrate(env.DATABASE_URL, join(process.cwd(), "prisma", "migrations"));
}
