import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * The web process: the server that `next build` made. On SIGTERM Next finishes the requests that are under way; streams
 * of live events never finish, so they are ended here, and the browsers come back to the next process.
 */
const streams = new Set<ServerResponse>();
const isResponse = (value: unknown): value is { response: ServerResponse } =>
  typeof value === "object" && value !== null && "response" in value;

subscribe("http.server.response.created", (message) => {
  if (!isResponse(message)) return;
  const { response } = message;
  streams.add(response);
  response.once("close", () => streams.delete(response));
});
process.on("SIGTERM", () => {
  for (const response of streams) if (String(response.getHeader("content-type")).startsWith("text/event-stream")) response.destroy();
});

await import(pathToFileURL(resolve(".next/standalone/server.js")).href);
