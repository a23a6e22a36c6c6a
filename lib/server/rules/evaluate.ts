import "server-only";
import { prisma } from "#lib/db/client";
import { findRule, readInstances, type StoredRule, writeEvents, writeInstances } from "#lib/db/rules";
import type { EvaluationResult } from "#lib/domain/alerts/reading";
import { step } from "#lib/domain/alerts/step";
import { stepRule } from "#lib/domain/alerts/step-rule";
import { durationSeconds } from "#lib/domain/time/duration";
import { auditIn } from "../audit/emit.ts";
import type { Caller, Context } from "../context.ts";
import { applyEvents } from "../incidents/apply-events.ts";
import { count } from "../service/counters.ts";
import { readQuery } from "./read-query.ts";
import { resolveQuery } from "./resolve-query.ts";

const leaseMs = 60_000;

export type Claim = { id: string; epoch: number };

/** Claims rules that are due, so that no two workers evaluate one at the same time. The epoch fences off a worker that was paused. */
export async function claimDueRules(now: Date, atMost: number): Promise<Claim[]> {
  const rows = await prisma().$queryRaw<{ id: string; leaseEpoch: number }[]>`
    UPDATE alert_rule SET "leaseUntil" = ${new Date(now.getTime() + leaseMs)}, "leaseEpoch" = "leaseEpoch" + 1
    WHERE id IN (
      SELECT id FROM alert_rule
      WHERE enabled AND "nextEvaluationAt" <= ${now} AND ("leaseUntil" IS NULL OR "leaseUntil" < ${now})
      ORDER BY "nextEvaluationAt" LIMIT ${atMost} FOR UPDATE SKIP LOCKED)
    RETURNING id, "leaseEpoch"`;
  return rows.map((row) => ({ id: row.id, epoch: row.leaseEpoch }));
}

/** The next tick after now on the rule's own grid; ticks that were missed are counted, not made up for. */
function nextTick(rule: StoredRule, now: Date): { at: Date; missed: number } {
  const interval = (durationSeconds(rule.spec.interval) ?? 60) * 1000;
  const due = rule.nextEvaluationAt.getTime();
  const missed = Math.max(0, Math.floor((now.getTime() - due) / interval));
  return { at: new Date(due + (missed + 1) * interval), missed };
}

/** Reads what a rule watches: an unexpected failure is an error result, which resolves nothing. */
async function ask(ctx: Context, rule: StoredRule): Promise<{ result: EvaluationResult; minimumRows: number }> {
  try {
    const { minimumRows } = await resolveQuery(ctx, rule.spec.query);
    return { result: await readQuery(ctx, rule.spec, ctx.now), minimumRows };
  } catch (error) {
    return { result: { kind: "error", message: error instanceof Error ? error.message : String(error) }, minimumRows: 0 };
  }
}

/**
 * One evaluation: the question is asked outside the transaction; fence, states, events and incidents are written in one.
 * A crash before the commit did nothing, after it nothing is lost. False when another worker holds the rule by now.
 */
export async function evaluateRule(caller: Caller, claim: Claim): Promise<boolean> {
  const scope = { teamId: null };
  const reading: Context = { ...caller, scope, db: prisma(), audit: (note) => auditIn(prisma(), caller, note) };
  const rule = await findRule(prisma(), scope, claim.id);
  const { result, minimumRows } = await ask(reading, rule);
  const now = caller.now;
  return prisma().$transaction(async (tx) => {
    const ctx: Context = { ...caller, scope, db: tx, audit: (note) => auditIn(tx, caller, note) };
    const tick = nextTick(rule, now);
    const value = result.kind === "series" ? (result.series[0]?.value ?? null) : null;
    const { count } = await tx.alertRule.updateMany({
      where: { id: rule.id, leaseEpoch: claim.epoch },
      data: {
        leaseUntil: null,
        lastEvaluatedAt: now,
        lastValue: value,
        lastError: result.kind === "error" ? result.message.slice(0, 1000) : null,
        missedEvaluations: { increment: tick.missed },
        updatedAt: rule.updatedAt,
      },
    });
    if (count === 0) return false;
    // A value that was pushed meanwhile has asked for another evaluation at once: that stays.
    await tx.alertRule.updateMany({
      where: { id: rule.id, nextEvaluationAt: rule.nextEvaluationAt },
      data: { nextEvaluationAt: tick.at, updatedAt: rule.updatedAt },
    });
    const previous = await readInstances(tx, rule.id);
    const machine = stepRule({ ...rule.spec, minimumSamples: rule.spec.minimumSamples ?? minimumRows });
    const { next, events } = step({ rule: machine, previous, result, now: now.getTime() });
    await writeInstances(tx, rule.id, previous, next, now);
    await writeEvents(tx, rule.id, events);
    await applyEvents(ctx, rule, events);
    return true;
  });
}

/** What the worker calls on every tick. Returns how many rules were evaluated. */
export async function evaluateDueRules(caller: Caller, options: { atMost: number; onError: (error: unknown) => void }): Promise<number> {
  const claims = await claimDueRules(caller.now, options.atMost);
  let evaluated = 0;
  for (const claim of claims) {
    try {
      if (await evaluateRule(caller, claim)) evaluated++;
    } catch (error) {
      options.onError(error);
    }
  }
  if (evaluated > 0) count("modelwatch_rules_evaluated_total", {}, evaluated);
  return evaluated;
}
