import "server-only";
import type { Db } from "#lib/db/client";
import type { Role } from "#lib/domain/access/permissions";

/** Who acts. `teamId` null means the whole organisation; otherwise the actor sees and changes that team's things only. */
export type Actor = {
  kind: "user" | "token" | "system" | "cli";
  id: string;
  name: string;
  role: Role;
  teamId: string | null;
};

/** What a list or a look-up is limited to; every repository takes it, so a query without it does not type-check. */
export type Scope = { teamId: string | null };

export type AuditNote = { action: string; noun: string; id: string | null; name: string | null; before?: unknown; after?: unknown };

export type Context = {
  actor: Actor;
  scope: Scope;
  /** the transaction of the operation when it writes, else the client */
  db: Db;
  now: Date;
  /** Records who changed what, in the operation's own transaction. */
  audit: (note: AuditNote) => Promise<void>;
  signal?: AbortSignal;
};

/** What a caller brings; the operation adds database, transaction and audit. */
export type Caller = { actor: Actor; now: Date; signal?: AbortSignal };

export const systemCaller = (now: Date, name = "Modelwatch"): Caller => ({
  actor: { kind: "system", id: "system", name, role: "admin", teamId: null },
  now,
});

export const cliCaller = (now: Date): Caller => ({
  actor: { kind: "cli", id: "cli", name: "command line", role: "admin", teamId: null },
  now,
});
