import { type ChildProcess, execFile, fork } from "node:child_process";
import { rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { freePort } from "#scripts/ports";
import { stopServer } from "#scripts/postgres";
import { testVariables } from "#scripts/run-tool";
import { type Api, apiOf, asNdjson, bearer, counted, expect, type Json, ndjson, newModel, signIn, test } from "./api.ts";

/** A Modelwatch of this test's own, because it is killed. */
const person = { email: "crash@example.com", password: "only for this test" };
const dataDirectory = join(dirname(resolve(process.env.MODELWATCH_DATA_DIR ?? ".data/e2e")), "crash");
const run = promisify(execFile);

type Running = { main: ChildProcess; url: string; env: Record<string, string | undefined> };

async function start(): Promise<Running> {
  const given = {
    ...testVariables(),
    NODE_ENV: process.env.NODE_ENV,
    PORT: String(await freePort(4410)),
    MODELWATCH_DATA_DIR: dataDirectory,
    MODELWATCH_ADMIN_EMAIL: person.email,
    MODELWATCH_ADMIN_PASSWORD: person.password,
  };
  const main = fork("scripts/start.ts", {
    execArgv: ["--conditions=react-server"],
    env: given,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const { url, env } = await new Promise<Json>((done, fail) =>
    main.once("message", done).once("exit", (code) => fail(new Error(`It ended with ${code}.`))),
  );
  return { main, url, env: { ...given, ...env } };
}

const exited = (child: ChildProcess) =>
  new Promise((done) => (child.exitCode === null && child.signalCode === null ? child.once("exit", done) : done(null)));

async function workerOf({ main }: Running): Promise<number> {
  const { stdout } = await run("pgrep", ["-P", String(main.pid), "-f", "lib/worker/main"]);
  return Number(stdout.trim().split("\n")[0]);
}

const bodies = 12;
const perBody = 2_000;
const event = (index: number) => ({
  id: `k${index}`,
  timestamp: new Date(Date.UTC(2026, 0, 5) + index * 1000).toISOString(),
  score: (index % 100) / 100,
  label: index % 2,
});
const body = (number: number) => ndjson(Array.from({ length: perBody }, (_, index) => event(number * perBody + index)));
const day = "from=2026-01-05&to=2026-01-06&window=1d";

test("kill -9 of the worker and of the main process lose nothing that was accepted, and count nothing twice", async ({ playwright }) => {
  test.setTimeout(120_000);
  await stopServer(dataDirectory);
  rmSync(dataDirectory, { recursive: true, force: true });
  let running = await start();
  try {
    const session = await playwright.request.newContext({ baseURL: running.url });
    await signIn(session, person);
    const { token } = (await apiOf(session, { origin: new URL(running.url).origin }).post("/me/tokens", { name: "crash", role: "admin" }))
      .json;
    const apiAt = async (): Promise<Api> => apiOf(await playwright.request.newContext({ baseURL: running.url }), bearer(token));
    let api = await apiAt();
    const model = await newModel(api, "killed", { minimumRows: 1 });
    const send = (number: number) => api.post(`/models/${model}/predictions`, body(number), asNdjson);

    let accepted = 0;
    for (let number = 0; number < bodies / 2; number++) {
      if (number === 2) process.kill(await workerOf(running), "SIGKILL");
      const sent = await send(number);
      expect(sent.status, sent.text).toBe(200);
      accepted += sent.json.accepted;
    }
    expect(accepted).toBe((bodies / 2) * perBody);
    await counted(api, model);
    expect((await api.get(`/models/${model}/performance?${day}`)).json.windows[0].predictions).toBe(accepted);

    const cut = Array.from({ length: bodies / 2 }, (_, index) => send(bodies / 2 + index).catch(() => null));
    await Promise.race(cut);
    running.main.kill("SIGKILL");
    await exited(running.main);
    for (const sent of await Promise.all(cut)) if (sent?.status === 200) accepted += sent.json.accepted;

    running = await start();
    api = await apiAt();
    await counted(api, model);
    const kept = (await api.get(`/models/${model}/performance?${day}`)).json.windows[0].predictions;
    expect(kept).toBeGreaterThanOrEqual(accepted);
    expect(kept % perBody).toBe(0);
    const check = () =>
      run(process.execPath, ["--conditions=react-server", "lib/cli/main.ts", "check"], { env: { ...process.env, ...running.env } });
    expect((await check()).stdout).toBe("ok\n");

    const again = await Promise.all(Array.from({ length: bodies }, (_, number) => send(number)));
    const sum = (name: string) => again.reduce((total, { json }) => total + json[name], 0);
    expect([sum("accepted"), sum("duplicates")]).toEqual([bodies * perBody - kept, kept]);
    await counted(api, model);
    expect((await api.get(`/models/${model}/performance?${day}`)).json.windows[0]).toMatchObject({
      predictions: bodies * perBody,
      labelled: bodies * perBody,
    });
    expect((await check()).stdout).toBe("ok\n");
  } finally {
    running.main.kill("SIGTERM");
    await exited(running.main);
    rmSync(dataDirectory, { recursive: true, force: true });
  }
});
