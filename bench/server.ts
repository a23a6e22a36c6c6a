import { fork } from "node:child_process";
import { closeSync, mkdirSync, openSync, rmSync } from "node:fs";
import { z } from "zod";
import { freePort } from "#scripts/ports";
import { stopServer } from "#scripts/postgres";
import { testingData } from "#scripts/testing-data";

const Ready = z.object({ url: z.string(), env: z.record(z.string(), z.string()) });

export type BenchServer = { url: string; env: Record<string, string>; cookie: string; stop: () => Promise<void> };

const administrator = { email: "admin@example.com", password: "only-for-the-bench" };

/** Signs in as a browser does; the cookie of the session. */
async function signIn(url: string): Promise<string> {
  const jar = new Map<string, string>();
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
  };
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const csrf = await fetch(`${url}/api/auth/csrf`);
  keep(csrf);
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await csrf.json());
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: cookies(), "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ ...administrator, csrfToken, json: "true" }),
  });
  keep(answer);
  return cookies();
}

/** Modelwatch as `npm start` starts it, on an empty database of its own and a free port. */
export async function startBenchServer(): Promise<BenchServer> {
  const dataDirectory = testingData("bench");
  await stopServer(dataDirectory);
  rmSync(dataDirectory, { recursive: true, force: true });
  mkdirSync("bench/results", { recursive: true });
  const log = openSync("bench/results/server.log", "w");
  const child = fork("scripts/start.ts", {
    execArgv: ["--conditions=react-server"],
    env: {
      ...process.env,
      PORT: String(await freePort(4410)),
      MODELWATCH_DATA_DIR: dataDirectory,
      MODELWATCH_ADMIN_EMAIL: administrator.email,
      MODELWATCH_ADMIN_PASSWORD: administrator.password,
    },
    stdio: ["ignore", log, log, "ipc"],
  });
  closeSync(log);
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const ready = await Promise.race([
    new Promise<z.infer<typeof Ready>>((done) => child.once("message", (message) => done(Ready.parse(message)))),
    ended.then(() => {
      throw new Error("Modelwatch did not start: see bench/results/server.log");
    }),
  ]);
  return {
    ...ready,
    cookie: await signIn(ready.url),
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
