import type { Phase } from "./instance.ts";
import { isWorse, type Level, type Severity } from "./severity.ts";
import type { StepRule } from "./step-rule.ts";

/** A verdict on a series. `mayRecover` is false where a partial answer or a policy speaks: that may raise an alarm and never ends or eases one. */
export type Verdict = { level: Level; mayRecover: boolean };

/** The phase after a verdict. A phase that stays as it was is the same object. */
export function advance(phase: Phase, { level, mayRecover }: Verdict, rule: StepRule, now: number): Phase {
  if (level === "none") return mayRecover ? relax(phase, rule, now) : phase;
  const bad = { level, severity: severityOfLevel(level, rule) };
  switch (phase.name) {
    case "normal":
      return rule.forMs === 0 ? { name: "firing", startedAt: now, ...bad } : { name: "pending", since: now, ...bad };
    case "pending":
      return now - phase.since >= rule.forMs ? { name: "firing", startedAt: now, ...bad } : changed(phase, bad);
    case "firing":
    case "recovering": {
      const worst = !mayRecover && isWorse(phase.level, level) ? { level: phase.level, severity: phase.severity } : bad;
      return phase.name === "firing" ? changed(phase, worst) : { name: "firing", startedAt: phase.startedAt, ...worst };
    }
  }
}

function relax(phase: Phase, rule: StepRule, now: number): Phase {
  switch (phase.name) {
    case "normal":
      return phase;
    case "pending":
      return { name: "normal" };
    case "firing":
      return rule.keepFiringForMs === 0 ? { name: "normal" } : { ...phase, name: "recovering", since: now };
    case "recovering":
      return now - phase.since >= rule.keepFiringForMs ? { name: "normal" } : phase;
  }
}

const changed = <P extends { level: Level; severity: Severity }>(phase: P, to: Pick<P, "level" | "severity">): P =>
  phase.level === to.level && phase.severity === to.severity ? phase : { ...phase, ...to };

/** The rule's `severity` is how bad its critical limit is; the warning limit is a warning. */
const severityOfLevel = (level: Exclude<Level, "none">, rule: StepRule): Severity => (level === "critical" ? rule.severity : "warning");
