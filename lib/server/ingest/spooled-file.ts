import "server-only";
import { randomUUID } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "#lib/domain/errors";
import type { Bytes } from "./peek.ts";

/** A body on disk, for formats that are read from their end. */
export type SpooledFile = { size: number; read: (start: number, end: number) => Promise<ArrayBuffer> };

async function readPart(file: FileHandle, start: number, end: number): Promise<ArrayBuffer> {
  const part = new Uint8Array(Math.max(0, end - start));
  for (let at = 0; at < part.length; ) {
    const { bytesRead } = await file.read(part, at, part.length - at, start + at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return part.buffer;
}

async function writeAll(file: FileHandle, source: Bytes, limit: number): Promise<number> {
  let size = 0;
  for await (const chunk of source) {
    if (size + chunk.length > limit)
      throw new AppError("too_large", `The file is larger than ${Math.floor(limit / 1024 ** 3)} GB. Send it in parts.`);
    for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at, chunk.length - at, size + at)).bytesWritten;
    size += chunk.length;
  }
  return size;
}

/** Writes a source of at most `limit` bytes to a temporary file and removes it when `use` is done, broken or left. Throws `too_large`. */
export async function* withSpooledFile<T>(source: Bytes, limit: number, use: (file: SpooledFile) => AsyncGenerator<T>): AsyncGenerator<T> {
  const path = join(tmpdir(), `modelwatch-${randomUUID()}`);
  const file = await open(path, "wx+", 0o600);
  try {
    const size = await writeAll(file, source, limit);
    yield* use({ size, read: (start, end) => readPart(file, start, Math.min(end, size)) });
  } finally {
    await file.close();
    await rm(path, { force: true });
  }
}
