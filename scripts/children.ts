import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { AppError } from "#lib/domain/errors";
import type { Lifecycle } from "./lifecycle.ts";

export type Program = { name: string; args: string[]; env: Record<string, string> };

export type Children = {
  /** Runs a program to its end; resolves with its exit code. */
  run: (program: Program) => Promise<number>;
  /** Starts a program that should stay; starts it again after a while when it ends, or stops everything if it is `vital`. */
  keep: (program: Program & { vital: boolean; graceSeconds: number }) => void;
};

const preload = ["--import", join(import.meta.dirname, "exit-with-parent.ts")];

/** Seconds to wait before the n-th start in a row (from 1): 1, 2, 4 … 30. */
export const backoffSeconds = (attempt: number): number => Math.min(30, 2 ** (attempt - 1));

/** A program that ran this long was healthy: its next failure counts as the first. */
const healthySeconds = 60;

export const endedWith = (code: number | null, signal: NodeJS.Signals | null): string => (signal ? `by ${signal}` : `with code ${code}`);

function start({ args, env }: Program): ChildProcess {
  return spawn(process.execPath, [...preload, ...args], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...process.env, ...env },
    // A group of its own: Ctrl-C then reaches the main process alone, which stops the others in order.
    detached: true,
  });
}

const killGroup = (child: ChildProcess) => {
  try {
    if (child.pid) process.kill(-child.pid, "SIGKILL");
  } catch {
    // It is gone already.
  }
};

function stopped(child: ChildProcess, graceSeconds: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    const timer = setTimeout(() => killGroup(child), graceSeconds * 1000);
    child.once("exit", () => {
      clearTimeout(timer);
      done();
    });
    child.kill("SIGTERM");
  });
}

/** The processes beside the main one. What was started last is stopped first. */
export function childrenOf(life: Lifecycle): Children {
  const running = new Set<ChildProcess>();
  life.onKill(() => {
    for (const child of running) killGroup(child);
  });
  const launch = (program: Program) => {
    if (life.isStopping()) throw new AppError("unavailable", `${program.name} was not started: Modelwatch is stopping.`);
    const child = start(program);
    running.add(child);
    child.once("exit", () => running.delete(child));
    return child;
  };
  return {
    run: (program) => {
      const child = launch(program);
      life.onStop(() => stopped(child, 10));
      return new Promise((done) => child.once("error", () => done(127)).once("exit", (code) => done(code ?? 1)));
    },
    keep: (program) => {
      let child: ChildProcess;
      let failures = 0;
      let timer: NodeJS.Timeout | undefined;
      const begin = () => {
        const since = performance.now();
        child = launch(program);
        child.once("exit", (code, signal) => {
          if (life.isStopping()) return;
          const line = `${program.name} ended unexpectedly ${endedWith(code, signal)}`;
          if (program.vital) return life.fail(new AppError("unavailable", `${line}. Stopping.`));
          failures = performance.now() - since > healthySeconds * 1000 ? 1 : failures + 1;
          console.error(`${line}; starting it again in ${backoffSeconds(failures)} s.`);
          timer = setTimeout(begin, backoffSeconds(failures) * 1000);
        });
      };
      begin();
      life.onStop(() => {
        clearTimeout(timer);
        return stopped(child, program.graceSeconds);
      });
    },
  };
}
