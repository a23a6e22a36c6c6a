import type { Caller } from "#lib/server/context";
import { systemCaller } from "#lib/server/context";
import { listIncidents } from "#lib/server/incidents/list";
import { acknowledgeIncident, commentIncident, resolveIncident } from "#lib/server/incidents/verbs";
import { createRule } from "#lib/server/rules/create";
import { evaluateRule } from "#lib/server/rules/evaluate";
import { updateRule } from "#lib/server/rules/update";
import type { DemoRule } from "./rules.ts";

const hour = 3_600_000;

/** How past incidents ended, in turn. */
const endings = [
  { reason: "Data changed", comment: "The rows came from regions that the reference hardly has. A new reference is planned." },
  { reason: "Fixed", comment: "The feed of the weather service was an hour late; replayed." },
  { reason: "Known and accepted", comment: "Expected in this week of the year." },
];

type Cast = { engineer: (at: Date) => Caller; scientist: (at: Date) => Caller };

/** What people did with an incident that is over: acknowledged after two hours, resolved a day after it recovered. */
async function workPast(ruleId: string, cast: Cast, turn: number): Promise<number> {
  const { items } = await listIncidents(systemCaller(new Date(0)), { rule: ruleId, condition: "recovered", workflow: "open" });
  for (const [index, incident] of items.entries()) {
    const started = Date.parse(incident.startedAt);
    const recovered = Date.parse(incident.recoveredAt ?? incident.startedAt);
    const ending = endings[(turn + index) % endings.length];
    await acknowledgeIncident(cast.engineer(new Date(started + 2 * hour)), { id: incident.id });
    await commentIncident(cast.scientist(new Date(started + 5 * hour)), {
      id: incident.id,
      text: "Looking at the drift page: several columns moved **together**.",
    });
    await resolveIncident(cast.engineer(new Date(recovered + hour)), { id: incident.id, ...ending });
  }
  return turn + items.length;
}

/**
 * Creates a rule and lets its own history pass: the very evaluation that the worker runs, at the moments it would have run.
 * It is off meanwhile, so that no worker evaluates it at the same time, and on afterwards.
 */
export async function liveThrough(
  { rule, moments }: DemoRule,
  caller: Caller,
  cast: Cast,
  turn: number,
): Promise<{ turn: number; ruleId: string }> {
  const past = moments(caller.now.getTime());
  const { id } = await createRule(caller, { ...rule, enabled: past.length === 0 });
  let next = turn;
  for (const at of past) {
    await evaluateRule(systemCaller(new Date(at)), { id, epoch: 0 });
    next = await workPast(id, cast, next);
  }
  if (past.length) await updateRule(caller, { id, enabled: true });
  return { turn: next, ruleId: id };
}
