import "server-only";
import { pool } from "#lib/db/pool";

/** Lets a process end: the last thing the worker and the command line do. */
export const closeDatabase = (): Promise<void> => pool().end();
