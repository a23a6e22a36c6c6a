import { setTimeout as sleep } from "node:timers/promises";
import { migrate } from "#lib/db/migrate";
import { AppError } from "#lib/domain/errors";
import { type Children, childrenOf } from "./children.ts";
import { databaseName, ensureDatabase, reachDatabase } from "./database.ts";
import { type LeaseOptions, leaseDatabase, refuseSecondServer } from "./database-lease.ts";
import { childVariables, type Environment, reachable, readEnvironment, secretOf } from "./environment.ts";
import type { Lifecycle } from "./lifecycle.ts";
import { quietNode, serverNode } from "./node-arguments.ts";
import { tryPort } from "./ports.ts";

/** A prepared database, and the processes that can be started on it. */
export type Stack = {
  environment: Environment;
  /** For every process that works on this database. */
  env: Record<string, string>;
  children: Children;
  startWorkers: () => void;
  /** Resolves once the pages answer. */
  startWeb: () => Promise<void>;
};

const say = (line: string) => console.log(line);

/** A process that was killed a moment ago may still hold the port. */
async function requireFreePort({ host, port }: Environment): Promise<void> {
  for (let attempt = 1; attempt <= 10; attempt++) {
    const free = await tryPort(port, host).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "EACCES")
        throw new AppError("unavailable", `Port ${port} needs more rights than this user has. Choose one from 1024 up with PORT.`);
      throw new AppError("invalid", `HOST ${host} is not an address of this machine (${error.code}).`);
    });
    if (free) return;
    await sleep(200);
  }
  throw new AppError("conflict", `Port ${port} on ${host} is taken by another program. Stop it, or choose another port with PORT.`);
}

/** The address of the database, given or embedded; the embedded one is given back when the process stops. */
async function openDatabase(environment: Environment, life: Lifecycle, lease: Partial<LeaseOptions>): Promise<string> {
  if (environment.databaseUrl) {
    await reachDatabase(environment.databaseUrl, say);
    return environment.databaseUrl;
  }
  const onLost = (error: unknown) => life.fail(error);
  const leasing = leaseDatabase({ ...lease, dataDirectory: environment.dataDirectory, role: "server", progress: say, onLost });
  life.onStop(async () => (await leasing.catch(() => null))?.release());
  const { url, abandon } = await leasing;
  life.onKill(abandon);
  return ensureDatabase(url, databaseName);
}

async function healthy(environment: Environment, life: Lifecycle, seconds = 60): Promise<void> {
  const address = `http://${reachable(environment.host)}:${environment.port}/api/health`;
  let last = "nothing";
  for (const until = Date.now() + seconds * 1000; Date.now() < until; await sleep(50)) {
    if (life.isStopping()) return;
    const answer = await fetch(address, { signal: AbortSignal.timeout(10_000) }).catch(() => null);
    if (answer?.status === 200) return;
    if (answer) last = `${answer.status} ${await answer.text().catch(() => "")}`.trim();
  }
  throw new AppError("unavailable", `${address} did not become healthy within ${seconds} s; it answered ${last.slice(0, 300)}`);
}

/** Reads the environment, claims data directory and port, and brings the database up to date. Throws one clear line. */
export async function openStack(life: Lifecycle, lease: Partial<LeaseOptions> = {}): Promise<Stack> {
  const environment = readEnvironment(process.env);
  if (!environment.databaseUrl) await refuseSecondServer(environment.dataDirectory);
  await requireFreePort(environment);
  const databaseUrl = await openDatabase(environment, life, lease);
  const secret = secretOf(environment);
  await migrate(databaseUrl, undefined, say);
  const env = { ...childVariables(environment, databaseUrl, secret), NODE_ENV: "production" };
  const children = childrenOf(life);
  return {
    environment,
    env,
    children,
    startWorkers: () => {
      for (let number = 1; number <= environment.workers; number++) {
        const name = environment.workers === 1 ? "The worker" : `Worker ${number}`;
        children.keep({ name, args: [...serverNode, "lib/worker/main.ts"], env, vital: false, graceSeconds: 20 });
      }
    },
    startWeb: async () => {
      const listen = { PORT: String(environment.port), HOSTNAME: environment.host };
      children.keep({
        name: "The web process",
        args: [...quietNode, "scripts/web.ts"],
        env: { ...env, ...listen },
        vital: true,
        graceSeconds: 10,
      });
      await healthy(environment, life);
    },
  };
}
