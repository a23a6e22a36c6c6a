import "server-only";
import { randomBytes } from "node:crypto";
import { hashToken } from "../session/caller.ts";

/** A link's secret: shown once, stored hashed. */
export function newSecret(prefix: string): { secret: string; hash: string; shown: string } {
  const secret = `${prefix}_${randomBytes(24).toString("base64url")}`;
  return { secret, hash: hashToken(secret), shown: secret.slice(0, prefix.length + 7) };
}

export const publicUrl = (): string =>
  process.env.MODELWATCH_URL ?? `http://${process.env.HOST ?? "127.0.0.1"}:${process.env.PORT ?? 3000}`;
