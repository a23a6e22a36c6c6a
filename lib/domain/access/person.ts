import { z } from "zod";
import { roles } from "./permissions.ts";

export const Email = z.string().trim().toLowerCase().max(320).pipe(z.email("Write an e-mail address such as ada@example.com."));
export const Password = z.string().min(10, "Use at least 10 characters.").max(1000);
export const RoleName = z.enum(roles);

export type Person = {
  id: string;
  name: string;
  email: string;
  role: (typeof roles)[number];
  team: { slug: string; name: string } | null;
  disabled: boolean;
  lastSignInAt: string | null;
  createdAt: string;
};

export type PendingInvitation = {
  id: string;
  name: string;
  email: string | null;
  role: string;
  team: string | null;
  createdAt: string;
  expiresAt: string;
};

export type TokenSummary = {
  id: string;
  name: string;
  prefix: string;
  role: string;
  team: string | null;
  owner: string | null;
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  status: "active" | "expired" | "revoked";
};

export type AuditEntry = {
  id: number;
  name: string;
  time: string;
  actor: { kind: string; id: string | null; name: string };
  action: string;
  noun: string;
  nounId: string | null;
  nounName: string | null;
  before: unknown;
  after: unknown;
};
