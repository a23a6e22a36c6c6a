import type { Role } from "#lib/domain/access/permissions";
import type { Caller } from "#lib/server/context";

/** Somebody of this role who calls an operation at `now`; `teamId` limits them to a team. */
export const callerAs = (
  role: Role,
  { teamId = null, now = new Date(), kind = "token" }: { teamId?: string | null; now?: Date; kind?: "token" | "user" } = {},
): Caller => ({
  actor: { kind, id: `test-${role}`, name: `test ${role}`, role, teamId },
  now,
});

/** A bulk body as a route hands it to an operation. */
export const bulkBody = (text: string, contentType = "application/x-ndjson", contentEncoding = "") => ({
  stream: new ReadableStream<Uint8Array>({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode(text));
      controller.close();
    },
  }),
  contentType,
  contentEncoding,
});
