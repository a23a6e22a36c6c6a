import "server-only";
import type { TokenSummary } from "#lib/domain/access/person";
import type { Db } from "./client.ts";

type Filter = { ownerId?: string; teamId?: string | null };

export async function listTokens(db: Db, filter: Filter, now: Date): Promise<TokenSummary[]> {
  const rows = await db.apiToken.findMany({
    where: { ...(filter.ownerId ? { ownerId: filter.ownerId } : {}), ...(filter.teamId ? { teamId: filter.teamId } : {}) },
    include: { owner: { select: { name: true } }, team: { select: { name: true } } },
    orderBy: { createdAt: "desc" },
    take: 500,
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    role: row.role,
    team: row.team?.name ?? null,
    owner: row.owner?.name ?? null,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    status: row.revokedAt ? "revoked" : row.expiresAt && row.expiresAt <= now ? "expired" : "active",
  }));
}
