import fc from "fast-check";
import { expect, test } from "vitest";
import { AppError } from "#lib/domain/errors";
import type { IncidentState } from "./incident.ts";
import { openIncident } from "./open-incident.ts";
import { type Actor, decide, type MachineVerb, type PersonVerb, type TimelineEntry } from "./transition.ts";

const actor: Actor = { kind: "user", id: "u1", name: "Marta Kolb" };
const severity = fc.constantFrom("warning", "critical");
const assignee = fc.constantFrom(
  null,
  { kind: "user", id: "u1", name: "Marta Kolb" } as const,
  { kind: "team", id: "risk", name: "Risk" } as const,
);

const personVerb: fc.Arbitrary<PersonVerb> = fc.oneof(
  fc.constant({ verb: "acknowledge" } as const),
  fc.constant({ verb: "unacknowledge" } as const),
  fc.constant({ verb: "reopen" } as const),
  fc.constant({ verb: "comment", text: "x" } as const),
  fc.constant({ verb: "resolve", reason: "fixed" } as const),
  fc.record({ verb: fc.constant("assign" as const), assignee }),
  fc.integer({ min: -5, max: 50 }).map((minute) => ({ verb: "snooze" as const, until: new Date(minute * 60_000) })),
);
const machineVerb: fc.Arbitrary<MachineVerb> = fc.oneof(
  fc.constant({ verb: "recovered" } as const),
  fc.constant({ verb: "wake" } as const),
  fc.record({ verb: fc.constant("fired_again" as const), severity }),
  fc.record({ verb: fc.constant("severity" as const), severity }),
);
const moves = fc.array(
  fc.oneof(
    personVerb.map((verb) => ({ by: "person" as const, verb })),
    machineVerb.map((verb) => ({ by: "machine" as const, verb })),
  ),
  { maxLength: 40 },
);

test("whatever people and the machine do, in any order, an incident stays whole", () => {
  fc.assert(
    fc.property(moves, (sequence) => {
      const first = openIncident({ severity: "critical", rule: "r", actor, now: new Date(0) });
      let state: IncidentState = { number: 1, ...first.state };
      const timeline: TimelineEntry[] = [first.timelineEntry];
      sequence.forEach(({ by, verb }, i) => {
        const before = state;
        try {
          const { changes, timelineEntry } = decide(before, verb, actor, new Date((i + 1) * 60_000));
          state = { ...before, ...changes };
          timeline.push(timelineEntry);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          return;
        }
        if (by === "person")
          expect([state.condition, state.episode, state.severity, state.recoveredAt]).toEqual([
            before.condition,
            before.episode,
            before.severity,
            before.recoveredAt,
          ]);
        else if (verb.verb !== "wake")
          expect([state.workflow, state.acknowledgedAt, state.resolvedAt]).toEqual([
            before.workflow,
            before.acknowledgedAt,
            before.resolvedAt,
          ]);

        expect(state.resolvedAt !== null).toBe(state.workflow === "resolved");
        expect(state.resolvedBy !== null).toBe(state.workflow === "resolved");
        expect(state.snoozedUntil !== null).toBe(state.workflow === "snoozed");
        expect(state.recoveredAt !== null).toBe(state.condition === "recovered");
        if (state.workflow === "open") expect(state.acknowledgedAt).toBeNull();
        if (state.workflow === "acknowledged") expect(state.acknowledgedAt).not.toBeNull();
        expect(state.episode).toBe(1 + timeline.filter(({ kind }) => kind === "fired_again").length);
        expect(state.startedAt).toEqual(new Date(0));
      });
      const times = timeline.map(({ time }) => time.getTime());
      expect(times).toEqual([...times].sort((a, b) => a - b));
    }),
  );
});
