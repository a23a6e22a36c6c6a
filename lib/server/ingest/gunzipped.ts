import "server-only";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { AppError } from "#lib/domain/errors";
import type { Bytes } from "./peek.ts";

export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

export const damagedGzip = (cause?: unknown) => new AppError("invalid", "The gzip data is damaged.", { cause });

const isZlibError = (error: unknown) =>
  error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("Z_");

/** Unpacks as it is read. Damage is thrown where it is met, after what came before; failures of the source pass through. */
export async function* gunzipped(source: Bytes): AsyncGenerator<Uint8Array> {
  const unpacked = pipeline(
    Readable.from(source, { objectMode: false, highWaterMark: 256 * 1024 }),
    createGunzip({ chunkSize: 64 * 1024 }),
    () => {},
  );
  try {
    yield* unpacked;
  } catch (error) {
    throw isZlibError(error) ? damagedGzip(error) : error;
  }
}
