import { spawn } from "node:child_process";
import { constants } from "node:os";
import { migrate, migrationState } from "#lib/db/migrate";
import { AppError } from "#lib/domain/errors";
import { databaseName, ensureDatabase, reachDatabase } from "./database.ts";
import { leaseDatabase } from "./database-lease.ts";
import { childVariables, readEnvironment, secretOf } from "./environment.ts";
import { said } from "./lifecycle.ts";
import { serverNode } from "./node-arguments.ts";

/**
 * Runs a program on the database of this environment, beside a running Modelwatch or without one:
 *   node scripts/beside.ts lib/cli/main.ts token create …
 * An embedded database that does not run is started for as long as the program takes. stdout belongs to the program.
 */
const [program, ...args] = process.argv.slice(2);
const quiet = () => {};

/** `migrate` and `doctor` want to see a database as it is. */
const looksForItself = ["migrate", "doctor"].includes(args[0] ?? "");

async function prepared(databaseUrl: string, isOurs: boolean): Promise<void> {
  if (looksForItself) return;
  const { isEmpty, pending } = await migrationState(databaseUrl);
  if (pending.length === 0) return;
  if (!isEmpty && !isOurs)
    throw new AppError(
      "conflict",
      "The database was made by an older Modelwatch. Restart Modelwatch, or run: npm run -s modelwatch -- migrate",
    );
  await migrate(databaseUrl);
}

function follow(variables: Record<string, string>): Promise<number> {
  const env = { ...process.env, ...variables };
  const child = spawn(process.execPath, [...serverNode, program ?? "", ...args], { stdio: "inherit", env });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => (signal === "SIGINT" && process.stdin.isTTY) || child.kill(signal));
  return new Promise((done) =>
    child.once("error", () => done(127)).once("exit", (code, signal) => done(code ?? 128 + constants.signals[signal ?? "SIGTERM"])),
  );
}

async function main(): Promise<number> {
  // Asking how something is called must not make a database.
  if (program?.includes("cli") && (args.length === 0 || args[0] === "help" || args.includes("--help"))) return follow({});
  const environment = readEnvironment(process.env);
  const { databaseUrl, dataDirectory } = environment;
  const variables = (url: string) => childVariables(environment, url, secretOf(environment));
  if (databaseUrl) {
    await reachDatabase(databaseUrl, quiet, 0);
    await prepared(databaseUrl, false);
    return follow(variables(databaseUrl));
  }
  const lease = await leaseDatabase({ dataDirectory, role: "guest" });
  try {
    const url = await ensureDatabase(lease.url, databaseName);
    await prepared(url, !lease.reused);
    return await follow(variables(url));
  } finally {
    await lease.release();
  }
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(said(error));
  return 1;
});
