import { spawn } from "node:child_process";

/** What a person has set for their own Modelwatch must not reach the tests. */
const ours = ["DATABASE_URL", "PORT", "HOST", "NEXTAUTH_URL", "NEXTAUTH_SECRET", "TEST_TEMPLATE"];

export const testVariables = (): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.includes(name) && !name.startsWith("MODELWATCH_")));

/** Runs a tool of node_modules/.bin. `quiet` keeps its output for the caller; otherwise it is shown as it comes. */
export function runTool(
  command: string,
  args: string[],
  options: { env?: Record<string, string>; quiet?: boolean } = {},
): Promise<{ code: number; output: string }> {
  const env = { ...testVariables(), NODE_ENV: process.env.NODE_ENV, ...options.env };
  const child = spawn(command, args, { env, stdio: ["ignore", options.quiet ? "pipe" : "inherit", options.quiet ? "pipe" : "inherit"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (text: string) => (output += text));
  return new Promise((done) => {
    child.once("error", (error) => done({ code: 127, output: error.message }));
    child.once("close", (code) => done({ code: code ?? 1, output }));
  });
}
