import "server-only";
import { Severity } from "#lib/domain/alerts/severity";
import { AppError } from "#lib/domain/errors";
import { type Incident, IncidentCondition, type IncidentState, IncidentWorkflow, TimelineKind } from "#lib/domain/incidents/incident";
import type { IncidentSummary } from "#lib/domain/incidents/incident-summary";
import type { TimelineEntry } from "#lib/domain/incidents/transition";
import type { Db } from "./client.ts";
import type { Prisma, Incident as Row } from "./generated/client.ts";

type Scope = { teamId: string | null };
const within = (scope: Scope) => (scope.teamId ? { teamId: scope.teamId } : {});

export type StoredIncident = Row & { model: { slug: string; name: string } | null; rule: { id: string; name: string } | null };
const include = { model: { select: { slug: true, name: true } }, rule: { select: { id: true, name: true } } };

const iso = (time: Date | null) => time?.toISOString() ?? null;

/** The facts that `decide` reads. */
export const stateOfIncident = (row: Row): IncidentState => ({
  number: row.number,
  severity: Severity.parse(row.severity),
  condition: IncidentCondition.parse(row.condition),
  workflow: IncidentWorkflow.parse(row.workflow),
  episode: row.episode,
  assignee:
    row.assigneeId && row.assigneeName && (row.assigneeKind === "user" || row.assigneeKind === "team")
      ? { kind: row.assigneeKind, id: row.assigneeId, name: row.assigneeName }
      : null,
  startedAt: row.startedAt,
  recoveredAt: row.recoveredAt,
  acknowledgedAt: row.acknowledgedAt,
  acknowledgedBy: row.acknowledgedBy,
  snoozedUntil: row.snoozedUntil,
  resolvedAt: row.resolvedAt,
  resolvedBy: row.resolvedBy,
  resolveReason: row.resolveReason,
});

export const toSummary = (row: StoredIncident): IncidentSummary => ({
  ...stateOfIncident(row),
  id: row.id,
  name: row.title,
  title: row.title,
  model: row.model?.slug ?? null,
  modelName: row.model?.name ?? null,
  rule: row.rule?.id ?? null,
  ruleName: row.rule?.name ?? null,
  assignee: row.assigneeId,
  assigneeName: row.assigneeName,
  labels: row.labels as Record<string, string>,
  value: row.value,
  limit: row.limit,
  startedAt: row.startedAt.toISOString(),
  recoveredAt: iso(row.recoveredAt),
  acknowledgedAt: iso(row.acknowledgedAt),
  snoozedUntil: iso(row.snoozedUntil),
  resolvedAt: iso(row.resolvedAt),
});

export type IncidentFilter = {
  condition?: string;
  workflow?: string[];
  severity?: string;
  modelId?: string;
  ruleId?: string;
  assignee?: string;
  limit: number;
  /** list those with a smaller number */
  before?: number;
};

export async function listIncidents(db: Db, scope: Scope, filter: IncidentFilter): Promise<IncidentSummary[]> {
  const rows = await db.incident.findMany({
    where: {
      ...within(scope),
      ...(filter.condition ? { condition: filter.condition } : {}),
      ...(filter.workflow ? { workflow: { in: filter.workflow } } : {}),
      ...(filter.severity ? { severity: filter.severity } : {}),
      ...(filter.modelId ? { modelId: filter.modelId } : {}),
      ...(filter.ruleId ? { ruleId: filter.ruleId } : {}),
      ...(filter.assignee ? { assigneeId: filter.assignee } : {}),
      ...(filter.before ? { number: { lt: filter.before } } : {}),
    },
    include,
    orderBy: { number: "desc" },
    take: filter.limit,
  });
  return rows.map(toSummary);
}

/** The incident by id or number. */
export async function findIncident(db: Db, scope: Scope, idOrNumber: string): Promise<StoredIncident> {
  const number = /^#?(\d{1,9})$/.exec(idOrNumber)?.[1];
  const key = number
    ? { number: Number(number) }
    : /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(idOrNumber)
      ? { id: idOrNumber }
      : null;
  const row = key ? await db.incident.findFirst({ where: { ...key, ...within(scope) }, include }) : null;
  if (!row) throw new AppError("not_found", `There is no incident ${idOrNumber}.`);
  return row;
}

/** The same, with its row locked until the transaction ends: of two verbs at once, the second sees what the first did. */
export async function lockIncident(db: Db, scope: Scope, idOrNumber: string): Promise<StoredIncident> {
  const { id } = await findIncident(db, scope, idOrNumber);
  await db.$queryRaw`SELECT 1 FROM incident WHERE id = ${id}::uuid FOR UPDATE`;
  return findIncident(db, scope, id);
}

export async function readTimeline(db: Db, incidentId: string): Promise<Incident["timeline"]> {
  const rows = await db.incidentEntry.findMany({ where: { incidentId }, orderBy: [{ time: "asc" }, { id: "asc" }], take: 2000 });
  return rows.map((row) => ({
    time: row.time.toISOString(),
    kind: TimelineKind.parse(row.kind),
    actor: row.actorKind === "system" ? null : row.actorName,
    text: row.text,
  }));
}

const columnsOf = ({ assignee, number: _number, ...changes }: Partial<IncidentState>): Prisma.IncidentUncheckedUpdateInput => ({
  ...changes,
  ...(assignee === undefined
    ? {}
    : { assigneeKind: assignee?.kind ?? null, assigneeId: assignee?.id ?? null, assigneeName: assignee?.name ?? null }),
});

/** The key that lets a rule and series have one unresolved incident only; null frees it. */
export const openKey = (ruleId: string, series: string): string => `${ruleId}:${series}`;

export async function changeIncident(
  db: Db,
  row: Row,
  changes: Partial<IncidentState>,
  extra: Prisma.IncidentUncheckedUpdateInput = {},
): Promise<void> {
  const key =
    changes.workflow === undefined || !row.ruleId
      ? {}
      : { openKey: changes.workflow === "resolved" ? null : openKey(row.ruleId, row.series) };
  await db.incident.update({ where: { id: row.id }, data: { ...columnsOf(changes), ...key, ...extra } });
}

export async function addEntry(db: Db, incidentId: string, entry: TimelineEntry): Promise<void> {
  await db.incidentEntry.create({
    data: {
      incidentId,
      time: entry.time,
      kind: entry.kind,
      actorKind: entry.actor.kind,
      actorId: entry.actor.id,
      actorName: entry.actor.name,
      text: entry.text,
    },
  });
}

export async function createIncident(
  db: Db,
  data: Omit<IncidentState, "number" | "assignee"> & {
    title: string;
    teamId: string;
    modelId: string | null;
    ruleId: string;
    series: string;
    labels: Record<string, string>;
    value: number | null;
    limit: number | null;
  },
): Promise<Row> {
  return db.incident.create({ data: { ...data, openKey: openKey(data.ruleId, data.series) } });
}

/** The latest incident of a rule's series, locked; null when there never was one. */
export async function lockLatestIncident(db: Db, ruleId: string, series: string): Promise<Row | null> {
  await db.$queryRaw`SELECT 1 FROM incident WHERE "ruleId" = ${ruleId}::uuid AND series = ${series} FOR UPDATE`;
  return db.incident.findFirst({ where: { ruleId, series }, orderBy: { number: "desc" } });
}
