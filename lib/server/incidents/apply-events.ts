import "server-only";
import { addEntry, changeIncident, createIncident, lockLatestIncident, stateOfIncident } from "#lib/db/incidents";
import type { StoredRule } from "#lib/db/rules";
import type { AlertEvent, Cause } from "#lib/domain/alerts/event";
import { incidentTitle, subject } from "#lib/domain/alerts/sentence";
import { onFiring, openIncident } from "#lib/domain/incidents/open-incident";
import { type Actor, decide, type MachineVerb } from "#lib/domain/incidents/transition";
import type { Context } from "../context.ts";
import { measureName } from "../rules/measure-name.ts";

const machine: Actor = { kind: "system", id: null, name: "Modelwatch" };

const reasons: Partial<Record<Cause, string>> = {
  rule_changed: "Ended because the rule was changed",
  rule_disabled: "Ended because the rule was switched off",
  rule_deleted: "Ended because the rule was deleted",
  missing_series: "Ended because the series is gone",
};

const titleCause = (cause: Cause) => (cause === "no_data" || cause === "error" ? cause : "value");

function limitOf(rule: StoredRule, severity: string | null): number | null {
  const { condition } = rule.spec;
  const limit = severity === "warning" ? (condition.warning ?? condition.critical) : (condition.critical ?? condition.warning);
  return typeof limit === "number" ? limit : null;
}

async function open(ctx: Context, rule: StoredRule, event: AlertEvent & { cause: Cause }): Promise<void> {
  const severity = event.severity ?? rule.spec.severity;
  const about = subject({
    measure: measureName(rule.spec.query, rule.kpi?.name ?? null),
    ...(rule.spec.query.kind === "model" && rule.model ? { of: rule.model.name } : {}),
    labels: event.labels,
  });
  const { state, timelineEntry } = openIncident({ severity, rule: rule.name, actor: machine, now: new Date(event.time) });
  const { assignee: _nobody, ...facts } = state;
  const row = await createIncident(ctx.db, {
    ...facts,
    title: incidentTitle(about, rule.spec.condition.operator, titleCause(event.cause)),
    teamId: rule.teamId,
    modelId: rule.modelId,
    ruleId: rule.id,
    series: event.key,
    labels: { ...event.labels },
    value: event.value,
    limit: limitOf(rule, severity),
  });
  await addEntry(ctx.db, row.id, timelineEntry);
}

const verbOf = (event: AlertEvent): MachineVerb | null => {
  if (event.kind === "firing") return { verb: "fired_again", severity: event.severity ?? "critical" };
  if (event.kind === "severity" && event.severity) return { verb: "severity", severity: event.severity };
  if (event.kind === "recovered") {
    const because = reasons[event.cause];
    return { verb: "recovered", ...(because ? { because } : {}) };
  }
  return null;
};

/**
 * What the machine saw, written into incidents in the transaction of the evaluation: an episode opens one or continues
 * the unresolved one; a recovery is recorded. One unresolved incident per rule and series, held by a unique key.
 */
export async function applyEvents(ctx: Context, rule: StoredRule, events: readonly AlertEvent[]): Promise<void> {
  for (const event of events) {
    const verb = verbOf(event);
    if (!verb) continue;
    const row = await lockLatestIncident(ctx.db, rule.id, event.key);
    const state = row ? stateOfIncident(row) : null;
    if (event.kind === "firing" && onFiring(state) === "open") {
      await open(ctx, rule, event);
      continue;
    }
    if (!row || !state) continue;
    // Only a change is told: reopening may have left an incident as the machine sees it already.
    if (verb.verb === "recovered" && state.condition === "recovered") continue;
    if (verb.verb === "fired_again" && state.condition === "firing") continue;
    if (verb.verb === "severity" && state.severity === verb.severity) continue;
    const { changes, timelineEntry } = decide(state, verb, machine, new Date(event.time));
    await changeIncident(ctx.db, row, changes, event.value === null ? {} : { value: event.value });
    await addEntry(ctx.db, row.id, timelineEntry);
  }
}
