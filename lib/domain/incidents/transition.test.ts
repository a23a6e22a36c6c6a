import { describe, expect, test } from "vitest";
import { AppError } from "#lib/domain/errors";
import type { IncidentState } from "./incident.ts";
import { onFiring, openIncident } from "./open-incident.ts";
import { type Actor, decide, type MachineVerb, type PersonVerb } from "./transition.ts";
import { AssignInput, CommentInput, ResolveInput, SnoozeInput } from "./verb-input.ts";

const START = Date.parse("2022-04-08T00:04:00Z");
const at = (minute: number) => new Date(START + minute * 60_000);
const marta: Actor = { kind: "user", id: "u1", name: "Marta Kolb" };
const priya: Actor = { kind: "user", id: "u2", name: "Priya Nair" };
const system: Actor = { kind: "system", id: null, name: "Modelwatch" };
const assignee = { kind: "user", id: "u2", name: "Priya Nair" } as const;

const opened: IncidentState = {
  number: 31,
  ...openIncident({ severity: "critical", rule: "AUC below limit", actor: system, now: at(0) }).state,
};

type Move = PersonVerb | MachineVerb;
function later(state: IncidentState, ...moves: Move[]): IncidentState {
  let now = state;
  for (const [i, move] of moves.entries()) now = { ...now, ...decide(now, move, marta, at(i + 1)).changes };
  return now;
}

const acknowledge = { verb: "acknowledge" } as const;
const resolve = { verb: "resolve", reason: "Data changed" } as const;
const snooze = { verb: "snooze", until: at(60) } as const;
const recovered = { verb: "recovered" } as const;
const firedAgain = { verb: "fired_again", severity: "warning" } as const;

describe("what a verb changes", () => {
  test.each<{ name: string; before?: Move[]; move: Move; changes: Partial<IncidentState>; kind: string; text: string }>([
    {
      name: "acknowledge",
      move: { ...acknowledge, comment: "On it" },
      changes: { workflow: "acknowledged", acknowledgedAt: at(9), acknowledgedBy: "Priya Nair", snoozedUntil: null },
      kind: "acknowledged",
      text: "On it",
    },
    {
      name: "acknowledge what is snoozed",
      before: [snooze],
      move: acknowledge,
      changes: { workflow: "acknowledged", acknowledgedAt: at(9), acknowledgedBy: "Priya Nair", snoozedUntil: null },
      kind: "acknowledged",
      text: "Acknowledged",
    },
    {
      name: "unacknowledge",
      before: [acknowledge],
      move: { verb: "unacknowledge" },
      changes: { workflow: "open", acknowledgedAt: null, acknowledgedBy: null },
      kind: "unacknowledged",
      text: "No longer acknowledged",
    },
    { name: "assign", move: { verb: "assign", assignee }, changes: { assignee }, kind: "assigned", text: "Assigned to Priya Nair" },
    {
      name: "unassign",
      before: [{ verb: "assign", assignee }],
      move: { verb: "assign", assignee: null },
      changes: { assignee: null },
      kind: "assigned",
      text: "Assigned to nobody",
    },
    {
      name: "snooze",
      move: snooze,
      changes: { workflow: "snoozed", snoozedUntil: at(60) },
      kind: "snoozed",
      text: "Snoozed until 2022-04-08 01:04 UTC",
    },
    {
      name: "snooze for longer",
      before: [snooze],
      move: { verb: "snooze", until: at(120) },
      changes: { workflow: "snoozed", snoozedUntil: at(120) },
      kind: "snoozed",
      text: "Snoozed until 2022-04-08 02:04 UTC",
    },
    {
      name: "the end of a snooze",
      before: [snooze],
      move: { verb: "wake" },
      changes: { workflow: "open", snoozedUntil: null },
      kind: "woke",
      text: "The snooze is over",
    },
    {
      name: "the end of a snooze of what was acknowledged",
      before: [acknowledge, snooze],
      move: { verb: "wake" },
      changes: { workflow: "acknowledged", snoozedUntil: null },
      kind: "woke",
      text: "The snooze is over",
    },
    {
      name: "comment",
      before: [resolve],
      move: { verb: "comment", text: "Seen before" },
      changes: {},
      kind: "commented",
      text: "Seen before",
    },
    {
      name: "resolve",
      move: { ...resolve, comment: "New reference" },
      changes: { workflow: "resolved", resolvedAt: at(9), resolvedBy: "Priya Nair", resolveReason: "Data changed", snoozedUntil: null },
      kind: "resolved",
      text: "Data changed: New reference",
    },
    {
      name: "reopen",
      before: [acknowledge, resolve],
      move: { verb: "reopen" },
      changes: { workflow: "open", resolvedAt: null, resolvedBy: null, resolveReason: null, acknowledgedAt: null, acknowledgedBy: null },
      kind: "reopened",
      text: "Reopened",
    },
    { name: "recovery", move: recovered, changes: { condition: "recovered", recoveredAt: at(9) }, kind: "recovered", text: "Recovered" },
    {
      name: "recovery after a person resolved",
      before: [resolve],
      move: { ...recovered, because: "Its series is gone" },
      changes: { condition: "recovered", recoveredAt: at(9) },
      kind: "recovered",
      text: "Its series is gone",
    },
    {
      name: "the next episode",
      before: [acknowledge, recovered],
      move: firedAgain,
      changes: { condition: "firing", severity: "warning", episode: 2, recoveredAt: null },
      kind: "fired_again",
      text: "Firing again as warning, episode 2",
    },
    {
      name: "a lower severity",
      move: { verb: "severity", severity: "warning" },
      changes: { severity: "warning" },
      kind: "severity",
      text: "Eased from critical to warning",
    },
  ])("$name", ({ before = [], move, changes, kind, text }) => {
    const decision = decide(later(opened, ...before), move, priya, at(9));
    expect(decision.changes).toEqual(changes);
    expect(decision.timelineEntry).toEqual({ time: at(9), kind, actor: priya, text });
  });
});

describe("a verb that comes too late is told who was first", () => {
  test.each<{ before: Move[]; move: Move; message: string }>([
    {
      before: [acknowledge],
      move: acknowledge,
      message: "Incident #31 has already been acknowledged by Marta Kolb at 2022-04-08 00:05 UTC.",
    },
    {
      before: [resolve],
      move: resolve,
      message: "Incident #31 has already been resolved by Marta Kolb at 2022-04-08 00:05 UTC. Reopen it first.",
    },
    {
      before: [resolve],
      move: acknowledge,
      message: "Incident #31 has already been resolved by Marta Kolb at 2022-04-08 00:05 UTC. Reopen it first.",
    },
    {
      before: [resolve],
      move: snooze,
      message: "Incident #31 has already been resolved by Marta Kolb at 2022-04-08 00:05 UTC. Reopen it first.",
    },
    { before: [], move: { verb: "unacknowledge" }, message: "Incident #31 is open, not acknowledged." },
    { before: [], move: { verb: "reopen" }, message: "Incident #31 is open, not resolved." },
    { before: [], move: { verb: "wake" }, message: "Incident #31 is open, not snoozed." },
    { before: [], move: { verb: "assign", assignee: null }, message: "Incident #31 is already assigned to nobody." },
    {
      before: [{ verb: "assign", assignee }],
      move: { verb: "assign", assignee },
      message: "Incident #31 is already assigned to Priya Nair.",
    },
    { before: [recovered], move: recovered, message: "Incident #31 has already recovered at 2022-04-08 00:05 UTC." },
    { before: [], move: firedAgain, message: "Incident #31 is open and firing; it can not fire again." },
    { before: [recovered, resolve], move: firedAgain, message: "Incident #31 is resolved and recovered; it can not fire again." },
    { before: [], move: { verb: "severity", severity: "critical" }, message: "Incident #31 is critical already." },
  ])("$message", ({ before, move, message }) => {
    const attempt = () => decide(later(opened, ...before), move, priya, at(9));
    expect(attempt).toThrow(new AppError("conflict", message));
    expect(attempt).toThrow(expect.objectContaining({ code: "conflict" }));
  });

  test("a snooze must end in the future", () => {
    expect(() => decide(opened, { verb: "snooze", until: at(9) }, priya, at(9))).toThrow(
      expect.objectContaining({ code: "invalid", errors: [{ path: "until", message: "Must be in the future." }] }),
    );
  });
});

test("an incident opens with its first episode", () => {
  const { state, timelineEntry } = openIncident({ severity: "critical", rule: "AUC below limit", actor: system, now: at(0) });
  expect(state).toMatchObject({ condition: "firing", workflow: "open", episode: 1, startedAt: at(0) });
  expect(timelineEntry).toEqual({ time: at(0), kind: "opened", actor: system, text: "Opened as critical by “AUC below limit”, episode 1" });
});

test.each([
  [null, "open"],
  ["resolved", "open"],
  ["open", "fired_again"],
  ["acknowledged", "fired_again"],
  ["snoozed", "fired_again"],
] as const)("an episode after an incident that is %s: %s", (workflow, action) => {
  expect(onFiring(workflow && { workflow })).toBe(action);
});

test.each([
  [AssignInput, { user: "u1", team: "risk" }, "Assign to a person or to a team, not to both."],
  [CommentInput, { text: "  " }, "Write a comment."],
  [ResolveInput, {}, "Say in a few words why it is resolved."],
  [SnoozeInput, { until: "tomorrow" }, "Write an instant such as 2026-01-01T00:00:00Z."],
] as const)("a body that lacks something says what", (schema, body, message) => {
  expect(schema.safeParse(body).error?.issues.map((issue) => issue.message)).toEqual([message]);
});
