import { readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { said } from "./lifecycle.ts";
import { runTool } from "./run-tool.ts";
import { build, isBuilt } from "./setup/build.js";
import { findChromium } from "./setup/chromium.js";
import { clientIsMade, makeClient } from "./setup/client.js";
import { plan, type Stage, wantedOf } from "./test-plan.ts";
import { type Counts, checked, lastLine, playwrightCounts, type Result, table, vitestCounts } from "./test-report.ts";
import { stackLog, startTestStack } from "./test-stack.ts";

/**
 * `npm test`: everything in one command; `npm test -- unit`, `npm test -- e2e sign-in.spec.ts` for a part of it.
 * A stage that fails does not keep the others from reporting. The last line is "N passed, N failed".
 */
const root = resolve(".");
const ended = (child: import("node:child_process").ChildProcess) =>
  new Promise<{ code: number; error?: Error }>((done) =>
    child.once("error", (error) => done({ code: 127, error })).once("exit", (code) => done({ code: code ?? 1 })),
  );
const house = { root, follow: ended, isStopping: () => false };

async function check(name: string, command: string, args: string[]): Promise<Counts> {
  const { code, output } = await runTool(command, args, { quiet: true });
  if (code !== 0) console.log(`${output.trimEnd()}\n${name} failed.`);
  return checked(code === 0);
}

async function types(args: string[]): Promise<Counts> {
  const generated = await runTool("next", ["typegen"], { quiet: true });
  if (generated.code !== 0) console.log(generated.output);
  return generated.code === 0 ? check("types", "tsc", ["--noEmit", ...args]) : checked(false);
}

async function vitest(project: string, args: string[]): Promise<Counts> {
  const file = `test-results/${project}.json`;
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${file}`];
  const { code } = await runTool("vitest", ["run", "--config", ".config/vitest.config.ts", "--project", project, ...reporters, ...args]);
  return vitestCounts(file, code);
}

async function e2e(args: string[], demo: boolean): Promise<Counts> {
  if (!isBuilt(root)) {
    console.log("The browser tests did not run: there is no build of these sources.");
    return checked(false);
  }
  if (!findChromium()) {
    console.log("The browser tests need Chromium: sudo apt-get install chromium");
    return checked(false);
  }
  const file = resolve("test-results/e2e.json");
  const stack = await startTestStack({ demo });
  const env = { ...stack.env, NODE_ENV: "test", PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const { code } = await runTool("playwright", ["test", "--config", "e2e/playwright.config.ts", "--reporter=list,json", ...args], { env });
  const counts = playwrightCounts(file, code);
  if (counts.failed > 0)
    console.log(`The last lines of ${stackLog}:\n${readFileSync(stackLog, "utf8").trim().split("\n").slice(-20).join("\n")}`);
  if (await stack.stop()) return counts;
  console.log(`Modelwatch did not stop in order, see ${stackLog}.`);
  return { ...counts, failed: counts.failed + 1 };
}

const run = (stage: Stage, args: string[], demo: boolean): Promise<Counts> => {
  switch (stage) {
    case "client":
      return Promise.resolve(clientIsMade(root) || makeClient(house)).then(checked);
    case "lint":
      return check("lint", "biome", ["check", ...(args.length > 0 ? args : ["."])]);
    case "types":
      return types(args);
    case "migrations":
      return check("migrations", process.execPath, ["--conditions=react-server", "scripts/migration.ts", "check"]);
    case "unit":
    case "integration":
      return vitest(stage, args);
    case "build":
      return Promise.resolve(isBuilt(root) || build(house)).then(checked);
    case "e2e":
      return e2e(args, demo);
  }
};

async function timed(stage: Stage, work: () => Promise<Counts>): Promise<Result> {
  const started = performance.now();
  const counts = await work().catch((error: unknown) => {
    console.log(said(error));
    return checked(false);
  });
  return { stage, ...counts, seconds: (performance.now() - started) / 1000 };
}

try {
  const wanted = wantedOf(process.argv.slice(2));
  rmSync("test-results", { recursive: true, force: true });
  const results: Result[] = [];
  for (const row of plan) {
    const stages = row.filter((stage) => wanted.stages.includes(stage));
    if (stages.length > 0) console.log(`▸ ${stages.join(", ")}`);
    results.push(...(await Promise.all(stages.map((stage) => timed(stage, () => run(stage, wanted.args[stage] ?? [], wanted.demo))))));
  }
  console.log(`\n${table(results)}\n\n${lastLine(results)}`);
  process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;
} catch (error) {
  console.error(said(error));
  process.exitCode = 1;
}
