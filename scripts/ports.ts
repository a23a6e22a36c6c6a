import { createServer } from "node:net";

/** Listens for an instant; resolves with the port, or null when somebody else has it. Port 0 takes any free one. */
export function tryPort(port: number, host = "127.0.0.1"): Promise<number | null> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => (error.code === "EADDRINUSE" ? done(null) : fail(error)));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : null));
    });
  });
}

/** The wanted port, else the next free one after it, else any. */
export async function freePort(wanted = 0): Promise<number> {
  for (let port = wanted; port > 0 && port < wanted + 20; port++) {
    const found = await tryPort(port);
    if (found) return found;
  }
  return (await tryPort(0)) ?? wanted;
}
