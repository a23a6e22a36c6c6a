import "server-only";
import type { AlertEvent } from "#lib/domain/alerts/event";
import type { AlertInstance } from "#lib/domain/alerts/instance";
import { AlertInstance as StoredInstance, severityOf, stateOf } from "#lib/domain/alerts/instance";
import { type AlertRule, AlertRuleInput } from "#lib/domain/alerts/rule";
import { AppError } from "#lib/domain/errors";
import type { Db } from "./client.ts";
import type { Prisma } from "./generated/client.ts";

const include = {
  model: { select: { id: true, slug: true, name: true, number: true } },
  kpi: { select: { id: true, slug: true, name: true, unit: true } },
  instances: { select: { status: true, severity: true } },
  incidents: {
    where: { workflow: { not: "resolved" } },
    select: { id: true, number: true },
    take: 1,
    orderBy: { startedAt: "desc" as const },
  },
} satisfies Prisma.AlertRuleInclude;

export type RuleRow = Prisma.AlertRuleGetPayload<{ include: typeof include }>;
export type StoredRule = Omit<RuleRow, "spec"> & { spec: AlertRule };

const parse = (row: RuleRow): StoredRule => ({ ...row, spec: AlertRuleInput.parse(row.spec) });
const within = (scope: { teamId: string | null }) => (scope.teamId ? { teamId: scope.teamId } : {});

export async function listRules(
  db: Db,
  scope: { teamId: string | null },
  filter: { modelId?: string; kpiId?: string; limit: number; cursor?: string },
): Promise<StoredRule[]> {
  const rows = await db.alertRule.findMany({
    where: { ...within(scope), ...(filter.modelId ? { modelId: filter.modelId } : {}), ...(filter.kpiId ? { kpiId: filter.kpiId } : {}) },
    include,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: filter.limit + 1,
    ...(filter.cursor ? { cursor: { id: filter.cursor }, skip: 1 } : {}),
  });
  return rows.map(parse);
}

export async function findRule(db: Db, scope: { teamId: string | null }, id: string): Promise<StoredRule> {
  const row = /^[0-9a-f-]{36}$/i.test(id) ? await db.alertRule.findFirst({ where: { id, ...within(scope) }, include }) : null;
  if (!row) throw new AppError("not_found", `There is no alert rule ${id}.`);
  return parse(row);
}

export async function readInstances(db: Db, ruleId: string): Promise<AlertInstance[]> {
  const rows = await db.alertInstance.findMany({ where: { ruleId } });
  return rows.map((row) => StoredInstance.parse(row.state));
}

const json = (value: unknown): Prisma.InputJsonValue => JSON.parse(JSON.stringify(value));

/** Writes the instances that changed and forgets those that are gone. */
export async function writeInstances(
  db: Db,
  ruleId: string,
  before: readonly AlertInstance[],
  after: readonly AlertInstance[],
  now: Date,
): Promise<void> {
  const unchanged = new Set(before);
  const kept = new Set(after.map(({ key }) => key));
  const gone = before.filter(({ key }) => !kept.has(key)).map(({ key }) => key);
  if (gone.length) await db.alertInstance.deleteMany({ where: { ruleId, series: { in: gone } } });
  for (const instance of after) {
    if (unchanged.has(instance)) continue;
    const data = {
      labels: json(instance.labels),
      status: stateOf(instance),
      severity: severityOf(instance),
      state: json(instance),
      value: instance.value,
      updatedAt: now,
    };
    await db.alertInstance.upsert({
      where: { ruleId_series: { ruleId, series: instance.key } },
      create: { ruleId, series: instance.key, ...data },
      update: data,
    });
  }
}

export async function writeEvents(db: Db, ruleId: string, events: readonly AlertEvent[]): Promise<void> {
  if (events.length === 0) return;
  await db.alertEvent.createMany({
    data: events.map((event) => ({
      ruleId,
      series: event.key,
      time: new Date(event.time),
      kind: event.kind,
      severity: event.severity,
      value: event.value,
      episode: event.episode,
      data: json(event),
    })),
  });
}
