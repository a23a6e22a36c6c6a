import { firstStart } from "#lib/server/setup/first-start";

/** Run by scripts/start.ts as a process of its own, so that the main process holds no connections: prints the answer as JSON. */
console.log(JSON.stringify(await firstStart(process.env, new Date())));
process.exit(0);
