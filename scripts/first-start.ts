import { firstStart } from "#lib/server/setup/first-start";
import { said } from "./lifecycle.ts";

/** Run by scripts/start.ts as a process of its own, so that the main process holds no connections: prints the answer as JSON. */
try {
  console.log(JSON.stringify(await firstStart(process.env, new Date())));
  process.exit(0);
} catch (error) {
  console.error(said(error));
  process.exit(1);
}
