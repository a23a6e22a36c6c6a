import type { Caller } from "#lib/server/context";
import { countPending } from "#lib/server/counting/count-pending";
import { listIncidents } from "#lib/server/incidents/list";
import { acknowledgeIncident, commentIncident } from "#lib/server/incidents/verbs";
import { createKpi } from "#lib/server/kpis/create";
import { pushKpiValues } from "#lib/server/kpis/push-values";
import { createModel } from "#lib/server/models/create";
import { createVersion } from "#lib/server/models/versions";
import { createPerson } from "#lib/server/people/create";
import { listPeople } from "#lib/server/people/list";
import { search } from "#lib/server/shell/search";
import { createTeam } from "#lib/server/teams/create";
import type { Command, CommandIo } from "../command.ts";
import { adult } from "../demo/adult.ts";
import { bike } from "../demo/bike.ts";
import { california } from "../demo/california.ts";
import type { DemoSet } from "../demo/demo-set.ts";
import { liveThrough } from "../demo/history.ts";
import { demoKpis } from "../demo/kpis.ts";
import { mulberry32 } from "../demo/mulberry32.ts";
import { demoPassword, demoPeople, demoTeams } from "../demo/people.ts";
import { demoRules } from "../demo/rules.ts";
import { send } from "../demo/send.ts";

const signIns = () =>
  ["", "Sign in as", ...demoPeople.map(({ email, role }) => `  ${email.padEnd(26)} ${demoPassword}   ${role}`)].join("\n");

async function loadSet(io: CommandIo, set: DemoSet, nowMs: number): Promise<void> {
  const { slug } = set.model;
  io.out(`  ${set.model.name}: ${set.reference.length} reference rows …`);
  await createModel(io.caller(), set.model);
  for (const version of set.versions) await createVersion(io.caller(), { slug, ...version });
  await send(io.caller(), slug, "reference", set.reference);
  const events = set.events(Number.NEGATIVE_INFINITY, nowMs);
  io.out(`  ${set.model.name}: ${events.length} predictions and their labels …`);
  await send(io.caller(), slug, "predictions", events);
  await send(io.caller(), slug, "labels", set.labels(Number.NEGATIVE_INFINITY, nowMs));
}

/** Figures of the back office, made up: a quiet summer, and more work by hand since the model lost trust. */
async function pushFigures(caller: Caller): Promise<void> {
  const random = mulberry32(7);
  const today = caller.now.getTime() - (caller.now.getTime() % 86_400_000);
  const days = Array.from({ length: 120 }, (_, back) => today - (119 - back) * 86_400_000);
  const total = days.map((time) => ({ time: new Date(time).toISOString(), value: Math.round(220 + 60 * random()) }));
  const manual = total.map(({ time, value }, index) => ({
    time,
    value: Math.round(value * (index > 105 ? 0.28 + 0.08 * random() : 0.11 + 0.05 * random())),
  }));
  for (const [slug, values] of [
    ["all-valuations", total],
    ["manual-valuations", manual],
  ] as const) {
    const text = values.map((value) => JSON.stringify(value)).join("\n");
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode(text));
        controller.close();
      },
    });
    await pushKpiValues(caller, { slug, body: { stream, contentType: "application/x-ndjson", contentEncoding: "" } });
  }
}

const asPerson =
  (person: { id: string; name: string; role: Caller["actor"]["role"] }) =>
  (at: Date): Caller => ({
    actor: { kind: "user", id: person.id, name: person.name, role: person.role, teamId: null },
    now: at,
  });

/** Everything that happened until now: people, three models, KPIs, rules that lived through their history. */
export const demoLoad: Command = {
  name: "demo load",
  usage: "demo load",
  summary: "Loads the demonstration: three public data sets, KPIs, rules, incidents, a person of every role.",
  options: {},
  run: async ({ io }) => {
    const there = await search(io.caller(), { q: "california-housing" });
    if (there.items.some(({ href }) => href === "/models/california-housing")) {
      io.out("The demo data is there already.");
      io.out(signIns());
      return { loaded: false };
    }
    const now = io.caller().now.getTime();
    io.out("Loading the demo data:");
    for (const team of demoTeams) await createTeam(io.caller(), team);
    for (const person of demoPeople) await createPerson(io.caller(), { ...person, password: demoPassword });
    for (const set of [california(now), bike(now), adult(now)]) await loadSet(io, set, now);
    io.out("  Counting …");
    while ((await countPending({ signal: io.signal })) > 0);
    io.out("  KPIs and rules …");
    for (const kpi of demoKpis) await createKpi(io.caller(), kpi);
    await pushFigures(io.caller());
    const people = (await listPeople(io.caller(), {})).items;
    const byRole = (role: string) => {
      const person = people.find((one) => one.role === role && one.email.endsWith("@example.com"));
      if (!person) throw new Error(`There is no ${role}.`);
      return asPerson(person);
    };
    const cast = { engineer: byRole("engineer"), scientist: byRole("scientist") };
    let turn = 0;
    for (const rule of demoRules) turn = (await liveThrough(rule, io.caller(), cast, turn)).turn;
    // Somebody is on the newest of what is open, but for the worst, which waits for whoever signs in.
    const { items } = await listIncidents(io.caller(), { workflow: "open", model: "bike-sharing-demand" });
    const [mine] = items;
    if (mine) {
      const at = new Date(Math.min(now, Date.parse(mine.startedAt) + 1_800_000));
      await acknowledgeIncident(cast.engineer(at), { id: mine.id, comment: "I am looking at it." });
      await commentIncident(cast.scientist(at), { id: mine.id, text: "The temperature feature left its January range." });
    }
    io.out(signIns());
    return { loaded: true };
  },
};
