import { type ChildProcess, fork } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import { z } from "zod";
import { AppError } from "#lib/domain/errors";
import { freePort } from "./ports.ts";
import { stopServer } from "./postgres.ts";
import { testVariables } from "./run-tool.ts";
import { testingData } from "./testing-data.ts";

const Ready = z.object({ url: z.string(), env: z.record(z.string(), z.string()) });

export type TestStack = {
  /** What the browser tests are told: MODELWATCH_URL, DATABASE_URL, MODELWATCH_DATA_DIR, MODELWATCH_SECRET … */
  env: Record<string, string>;
  /** Resolves with whether it stopped in order. */
  stop: () => Promise<boolean>;
};

const dataDirectory = testingData("e2e");
export const stackLog = "test-results/stack.log";

const administrator = { MODELWATCH_ADMIN_EMAIL: "admin@example.com", MODELWATCH_ADMIN_PASSWORD: "only-for-the-tests" };

const ended = (child: ChildProcess) =>
  new Promise<number>((done) => (child.exitCode === null ? child.once("exit", (code) => done(code ?? 1)) : done(child.exitCode)));

/** Modelwatch as a person would start it, on a wiped data directory and a free port. */
export async function startTestStack(options: { demo: boolean }): Promise<TestStack> {
  await stopServer(dataDirectory);
  rmSync(dataDirectory, { recursive: true, force: true });
  mkdirSync("test-results", { recursive: true });
  const port = await freePort(4310);
  const env = {
    ...testVariables(),
    ...(options.demo ? {} : administrator),
    NODE_ENV: process.env.NODE_ENV,
    PORT: String(port),
    MODELWATCH_DATA_DIR: dataDirectory,
    // The tests' own receivers listen on this machine.
    MODELWATCH_ALLOW_PRIVATE_CHANNELS: "127.0.0.0/8",
  };
  const log = openSync(stackLog, "w");
  const script = options.demo ? "scripts/demo.ts" : "scripts/start.ts";
  const child = fork(script, { execArgv: ["--conditions=react-server"], env, stdio: ["ignore", log, log, "ipc"] });
  closeSync(log);
  const exit = ended(child);
  const ready = await Promise.race([
    new Promise<z.infer<typeof Ready>>((done) => child.once("message", (message) => done(Ready.parse(message)))),
    exit.then((code) => {
      const said = readFileSync(stackLog, "utf8").trim().split("\n").slice(-30).join("\n");
      throw new AppError("unavailable", `Modelwatch did not start for the browser tests (exit code ${code}):\n${said}`);
    }),
  ]);
  return {
    env: { ...(options.demo ? {} : administrator), ...ready.env },
    stop: async () => {
      child.kill("SIGTERM");
      const timer = setTimeout(() => child.kill("SIGKILL"), 40_000);
      const code = await exit;
      clearTimeout(timer);
      return code === 0;
    },
  };
}
