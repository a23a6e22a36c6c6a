import { AppError } from "#lib/domain/errors";

/** PostgreSQL has two ways to say it: the system's words, or that a write came out short. */
export const diskIsFull = /No space left on device|ENOSPC|EDQUOT|Disk quota exceeded|Check free disk space/;

const lines: { pattern: RegExp; line: (place: string) => string }[] = [
  {
    pattern: diskIsFull,
    line: (place) => `The disk that holds ${place} is full. Free some space and start again.`,
  },
  { pattern: /EROFS|Read-only file system/, line: (place) => `${place} cannot be written: the disk is mounted read-only.` },
  {
    pattern: /ENOTDIR|EEXIST|ENOTEMPTY/,
    line: (place) => `Something that is no database of Modelwatch is in the place of ${place}. Move it away, or set MODELWATCH_DATA_DIR.`,
  },
  {
    pattern: /EACCES|EPERM|Permission denied/i,
    line: (place) => `No permission to use ${place}. Run Modelwatch as the user who made it, or set MODELWATCH_DATA_DIR.`,
  },
];

/** Turns what the system or PostgreSQL says into one line that names the directory and what to do. */
export function explained(error: unknown, place: string): AppError {
  if (error instanceof AppError) return error;
  const text = error instanceof Error ? error.message : String(error);
  const line = lines.find(({ pattern }) => pattern.test(text))?.line(place);
  const last = text.split("\n").filter(Boolean).slice(-3).join(" | ");
  return new AppError("unavailable", line ?? `The database in ${place} does not start: ${last}`, { cause: error });
}
