import "server-only";
import type { z } from "zod";
import { prisma } from "#lib/db/client";
import { can, type Permission } from "#lib/domain/access/permissions";
import { AppError } from "#lib/domain/errors";
import { auditIn } from "./audit/emit.ts";
import type { Caller, Context } from "./context.ts";

type Spec<I extends z.ZodType, O> = {
  permission: Permission;
  input: I;
  /**
   * read: no transaction · write: one transaction with its audit entries, which must not be empty ·
   * stream: bulk data and self-managed transactions; it audits by itself.
   */
  effect: "read" | "write" | "stream";
  /** one line for the API document */
  summary: string;
  /** shape of the answer for the API document */
  output?: z.ZodType;
  run: (args: { ctx: Context; input: z.output<I> }) => Promise<O>;
};

export type Operation<I extends z.ZodType = z.ZodType, O = unknown> = ((caller: Caller, raw: unknown) => Promise<O>) & {
  readonly kind: "operation";
  readonly spec: Omit<Spec<I, O>, "run">;
};

/** Turns zod's issues into the API's field errors. */
export function parseInput<I extends z.ZodType>(schema: I, raw: unknown): z.output<I> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
  const first = errors[0];
  throw new AppError("invalid", first ? `${first.path ? `${first.path}: ` : ""}${first.message}` : "The input is not valid.", { errors });
}

export const authorize = (caller: Caller, permission: Permission): void => {
  if (!can(caller.actor.role, permission))
    throw new AppError("forbidden", `Your role (${caller.actor.role}) lacks the permission ${permission}. Ask an administrator.`);
};

/** The one door to data: permission first, then input, then the work, writes and audit in one transaction. */
export function operation<I extends z.ZodType, O>(spec: Spec<I, O>): Operation<I, O> {
  const call = async (caller: Caller, raw: unknown): Promise<O> => {
    authorize(caller, spec.permission);
    const input = parseInput(spec.input, raw);
    const scope = { teamId: caller.actor.teamId };
    if (spec.effect !== "write")
      return spec.run({ ctx: { ...caller, scope, db: prisma(), audit: (note) => auditIn(prisma(), caller, note) }, input });
    return prisma().$transaction(
      async (tx) => spec.run({ ctx: { ...caller, scope, db: tx, audit: (note) => auditIn(tx, caller, note) }, input }),
      { timeout: 30_000, maxWait: 10_000 },
    );
  };
  return Object.assign(call, { kind: "operation" as const, spec });
}
