import "server-only";
import { z } from "zod";
import { toPerson } from "#lib/db/people";
import { Email, Password, RoleName } from "#lib/domain/access/person";
import { AppError } from "#lib/domain/errors";
import { hashPassword } from "../access/password.ts";
import { operation } from "../operation.ts";
import { grantable } from "./invite.ts";

export const createPerson = operation({
  permission: "person:write",
  effect: "write",
  summary: "Create a person with a password",
  input: z.object({
    email: Email,
    name: z.string().trim().min(1).max(200).optional(),
    role: RoleName,
    team: z.string().nullish(),
    password: Password.optional(),
  }),
  run: async ({ ctx, input }) => {
    const teamId = await grantable(ctx, input.role, input.team);
    if (await ctx.db.user.findUnique({ where: { email: input.email } }))
      throw new AppError("conflict", `${input.email} has an account already.`);
    const row = await ctx.db.user.create({
      data: {
        email: input.email,
        name: input.name ?? input.email.split("@")[0] ?? input.email,
        role: input.role,
        teamId,
        passwordHash: input.password ? await hashPassword(input.password) : null,
        createdAt: ctx.now,
      },
      include: { team: { select: { slug: true, name: true } } },
    });
    const person = toPerson(row);
    await ctx.audit({ action: "person.create", noun: "person", id: row.id, name: row.email, after: person });
    return person;
  },
});
