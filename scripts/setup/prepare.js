import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { build, isBuilt } from "./build.js";
import { findChromium } from "./chromium.js";
import { clientIsMade, makeClient } from "./client.js";
import { withSetupLock } from "./lock.js";
import { installed } from "./packages.js";
import { quietly } from "./quietly.js";

/** @typedef {import("./quietly.js").House} House */

/** @param {House} house */
function install(house) {
  const modules = join(house.root, "node_modules");
  // npm removes node_modules first, and with it the Node that stands first in PATH.
  const path = (process.env.PATH ?? "").split(delimiter).filter((entry) => !entry.startsWith(modules));
  if (!process.execPath.startsWith(modules)) path.push(dirname(process.execPath));
  return quietly(house, {
    say: "Installing packages",
    command: "npm",
    args: ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"],
    env: { PATH: path.join(delimiter) },
  });
}

/** Without a browser the tests of the pages fail with their reason; nothing else does. @param {House} house */
async function installChromium(house) {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  const apt = (say, args) => quietly(house, { say, command: "apt-get", args, env: { DEBIAN_FRONTEND: "noninteractive" } });
  if (await apt("Reading the list of system packages", ["update", "-qq"]))
    await apt("Installing Chromium", ["install", "-y", "-qq", "--no-install-recommends", "chromium"]);
}

/** @param {string} script @param {string[]} args */
function needsOf(script, args) {
  const isTest = script === "scripts/test.ts";
  const stages = args.filter((arg) => /^[a-z0-9]+$/.test(arg));
  return {
    dev: isTest,
    build: ["scripts/demo.ts", "scripts/start.ts", "bench/bench.ts"].includes(script),
    browser: isTest && (!stages.length || stages.includes("e2e")),
  };
}

/**
 * Installs, generates and builds what this script needs and is missing or out of date. Silent when nothing is.
 * @param {House} house @param {{ script: string, args: string[] }} command
 * @returns {Promise<boolean>} false when a step failed, which has then been said
 */
export async function prepare(house, command) {
  const { root } = house;
  const needs = needsOf(command.script, command.args);
  const browserless = () => needs.browser && !findChromium();
  const clientless = () => !clientIsMade(root);
  const unbuilt = () => needs.build && !isBuilt(root);
  const uninstalled = () => !installed(root, { dev: needs.dev || clientless() || unbuilt() });
  if (!uninstalled() && !clientless() && !unbuilt() && !browserless()) return true;
  const work = async () => {
    if (uninstalled() && !(await install(house))) return false;
    if (browserless()) await installChromium(house);
    if (clientless() && !house.isStopping() && !(await makeClient(house))) return false;
    if (unbuilt() && !house.isStopping() && !(await build(house))) return false;
    return !house.isStopping();
  };
  return withSetupLock(root, work, (pid) => console.error(`Waiting for another command to install or build (pid ${pid}) …`));
}
