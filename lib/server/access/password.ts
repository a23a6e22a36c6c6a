import "server-only";
import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify(argon2);
const memory = 19_456;
const passes = 2;

type Parameters = { memory: number; passes: number };
const hash = (password: string, nonce: Buffer, { memory: m, passes: t }: Parameters) =>
  derive("argon2id", { message: Buffer.from(password.normalize("NFKC")), nonce, parallelism: 1, tagLength: 32, memory: m, passes: t });

/** Argon2id with OWASP's parameters, stored beside the hash so that they can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await hash(password, nonce, { memory, passes });
  return `argon2id$m=${memory},t=${passes}$${nonce.toString("base64")}$${tag.toString("base64")}`;
}

export async function passwordMatches(password: string, stored: string): Promise<boolean> {
  const [kind, parameters = "", nonce = "", tag = ""] = stored.split("$");
  const found = /^m=(\d+),t=(\d+)$/.exec(parameters);
  if (kind !== "argon2id" || !found) return false;
  const given = await hash(password, Buffer.from(nonce, "base64"), { memory: Number(found[1]), passes: Number(found[2]) });
  const wanted = Buffer.from(tag, "base64");
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
