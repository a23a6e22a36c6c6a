import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { AppError } from "#lib/domain/errors";

const whole = (what: string, least: number, most: number) => z.coerce.number(what).int(what).min(least, what).max(most, what);

const Source = z.object({
  PORT: whole("a whole number from 1 to 65535", 1, 65_535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "an address like postgresql://user:password@host:5432/modelwatch")
    .optional(),
  MODELWATCH_DATA_DIR: z.string().default(".data"),
  MODELWATCH_SECRET: z.string().optional(),
  MODELWATCH_URL: z.url({ protocol: /^https?$/, error: "an address like https://modelwatch.example.com" }).optional(),
  MODELWATCH_WORKERS: whole("a whole number from 0 to 64", 0, 64).default(1),
});

export type Environment = {
  port: number;
  host: string;
  /** Null: the embedded database. */
  databaseUrl: string | null;
  /** Absolute. */
  dataDirectory: string;
  secret: string | null;
  /** Without a slash at the end. */
  url: string;
  workers: number;
};

/** An address of every interface is nothing that a browser can open. */
export const reachable = (host: string): string => {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
};

/** Reads the documented variables; an empty one counts as absent. Throws `invalid` naming the variable and what it should be. */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
  const parsed = Source.safeParse(given);
  const issue = parsed.error?.issues[0];
  if (!parsed.success) {
    const name = String(issue?.path[0]);
    // An address of a database holds its password.
    const value = name === "DATABASE_URL" ? "" : `, not "${given[name]}"`;
    throw new AppError("invalid", `${name} must be ${issue?.message}${value}.`);
  }
  const { data } = parsed;
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL ?? null,
    dataDirectory: resolve(data.MODELWATCH_DATA_DIR),
    secret: data.MODELWATCH_SECRET ?? null,
    url: (data.MODELWATCH_URL ?? `http://${reachable(data.HOST)}:${data.PORT}`).replace(/\/+$/, ""),
    workers: data.MODELWATCH_WORKERS,
  };
}

/** MODELWATCH_SECRET, else the one in the data directory, which is made on first use. */
export function secretOf({ secret, dataDirectory }: Environment): string {
  if (secret) return secret;
  const file = join(dataDirectory, "secret");
  const fresh = `${file}.${process.pid}`;
  try {
    mkdirSync(dataDirectory, { recursive: true });
    try {
      return readFileSync(file, "utf8").trim();
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    }
    writeFileSync(fresh, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
    try {
      // Unlike a rename this fails when another process was faster, and the file is never seen half written.
      linkSync(fresh, file);
    } catch {
      // The other one's secret holds.
    }
    rmSync(fresh);
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError(
      "unavailable",
      `The secret in ${file} cannot be read or made: ${reason}. Set MODELWATCH_SECRET or MODELWATCH_DATA_DIR.`,
    );
  }
}

/** What web, workers and commands are told. */
export const childVariables = (environment: Environment, databaseUrl: string, secret: string): Record<string, string> => ({
  DATABASE_URL: databaseUrl,
  MODELWATCH_DATA_DIR: environment.dataDirectory,
  MODELWATCH_SECRET: secret,
  MODELWATCH_URL: environment.url,
  NEXTAUTH_URL: environment.url,
  NEXTAUTH_SECRET: secret,
});
