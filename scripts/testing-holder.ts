import { leaseDatabase } from "./database-lease.ts";
import { said } from "./lifecycle.ts";
import { testSettings } from "./postgres-settings.ts";

/**
 * For postgres.integration.test.ts: a process that holds the database of a directory until it is told to stop.
 *   node scripts/testing-holder.ts <directory> server|guest
 * Prints the address of the database, or one line on stderr and exits with 1.
 */
const [dataDirectory = "", role] = process.argv.slice(2);
try {
  const lease = await leaseDatabase({ dataDirectory, role: role === "guest" ? "guest" : "server", port: 54400, settings: testSettings });
  console.log(lease.url("postgres"));
  process.once("SIGTERM", async () => {
    await lease.release();
    process.exit(0);
  });
  setInterval(() => {}, 60_000);
} catch (error) {
  console.error(said(error));
  process.exit(1);
}
