import { AppError } from "#lib/domain/errors";
import { live } from "./lifecycle.ts";
import { serverNode } from "./node-arguments.ts";
import { openStack } from "./stack.ts";

/** `npm run demo`: as `npm start`, with real data sets loaded and a simulated service that keeps sending events. */
live(async (life) => {
  const stack = await openStack(life);
  const { env, environment, children } = stack;
  const demo = (name: string, command: string) => ({ name, args: [...serverNode, "lib/cli/main.ts", "demo", command], env });
  // Workers count what is being loaded; the pages follow when there is something on them.
  stack.startWorkers();
  const code = await children.run(demo("demo load", "load"));
  if (life.isStopping()) return;
  if (code !== 0) throw new AppError("unavailable", `The demo data could not be loaded (exit code ${code}).`);
  await stack.startWeb();
  children.keep({ ...demo("The simulated service", "live"), vital: false, graceSeconds: 5 });
  console.log(`\nOpen ${environment.url} and sign in as one of the people above. Ctrl-C stops everything.`);
  process.send?.({ url: environment.url, env });
});
