import "server-only";
import { openRegistry } from "#lib/domain/profile/known-values";
import { profileDifference } from "#lib/domain/profile/same-profile";
import { windowStart } from "#lib/domain/time/window";
import { inTransaction, withConnection } from "./connection.ts";
import { type CountModel, eachEvent } from "./counter.ts";
import { isBeyond, readHorizons } from "./horizons.ts";
import { unpackProfile } from "./profile-body.ts";
import { wholeHours } from "./recount.ts";
import { readKnown, readSpec } from "./specs.ts";
import { Tally } from "./tally.ts";

export type Finding = { model: number; window: string; difference: string };

const month = 31 * 86_400_000;
const mostFindings = 100;

/**
 * Counts a model's rows anew, a month at a time, and compares with what is stored: counts exactly, floating sums within 1e-9 of their
 * size. Rows that still wait to be counted are left out. One snapshot, so it may run beside ingest and counting.
 */
export async function checkProfiles(model: CountModel): Promise<Finding[]> {
  return withConnection((client) =>
    inTransaction(
      client,
      async () => {
        const inForce = await readSpec(client, model.number);
        if (!inForce) return [];
        const { rows: ranges } = await client.query("SELECT FROM telemetry.recount WHERE model = $1", [model.number]);
        if (ranges.length) return [];
        const { rows: waiting } = await client.query<{ id: string }>(
          "SELECT id FROM telemetry.batch WHERE model = $1 AND kind = 'events'",
          [model.number],
        );
        const except = waiting.length ? ` AND batch NOT IN (${waiting.map(({ id }) => Number(id)).join(",")})` : "";
        const { rows: extents } = await client.query<{ first: Date | null; last: Date | null }>(
          `SELECT least(min(at), (SELECT min(start) FROM telemetry.profile WHERE model = $1)) AS first,
                  greatest(max(at), (SELECT max(start) FROM telemetry.profile WHERE model = $1)) AS last FROM telemetry.event WHERE model = $1`,
          [model.number],
        );
        const horizons = await readHorizons(client, model.number);
        const { first, last } = extents[0] ?? { first: null, last: null };
        const findings: Finding[] = [];
        const registry = openRegistry(await readKnown(client, model.number));
        for (
          let from = first ? windowStart(first.getTime(), "1d", model.timeZone) : 1;
          last && from <= last.getTime() && findings.length < mostFindings;
        ) {
          const to = windowStart(from + month, "1d", model.timeZone);
          const hours = wholeHours({ fromMs: from, toMs: to });
          const [lower, upper] = [new Date(hours.fromMs), new Date(hours.toMs)];
          const tally = new Tally(inForce.spec, registry, model.timeZone);
          await eachEvent(
            client,
            `model = ${model.number} AND at >= '${lower.toISOString()}' AND at < '${upper.toISOString()}'${except}`,
            (event) => tally.add(event),
          );
          const stored = await client.query<{ version: number; segment: string; tier: number; start: Date; spec: number; body: Buffer }>(
            "SELECT version, segment, tier, start, spec, body FROM telemetry.profile WHERE model = $1 AND ((tier < 2 AND start >= $2 AND start < $3) OR (tier = 2 AND start >= $4 AND start < $5))",
            [model.number, lower, upper, new Date(from), new Date(to)],
          );
          const expected = new Map(
            tally
              .finish()
              .filter(({ tier, start }) => tier < 2 || (start >= from && start < to))
              .map((one) => [`${one.version} ${one.tier} ${one.start} ${one.segment}`, one]),
          );
          for (const row of stored.rows) {
            const key = `${row.version} ${row.tier} ${row.start.getTime()} ${row.segment}`;
            const window = `${row.start.toISOString()} tier ${row.tier}${row.segment ? ` ${row.segment}` : ""}`;
            const counted = expected.get(key);
            expected.delete(key);
            if (isBeyond(horizons, "rows", row.start.getTime())) continue;
            if (row.spec !== inForce.id) findings.push({ model: model.number, window, difference: "is of an earlier reference" });
            else {
              const profile = unpackProfile(row.body, inForce.spec);
              const difference = counted
                ? profileDifference(profile, counted.profile)
                : profile.rows === 0
                  ? null
                  : "has rows that are not stored";
              if (difference) findings.push({ model: model.number, window, difference });
            }
          }
          for (const { start, tier, segment } of expected.values())
            if (!isBeyond(horizons, tier, start) && !isBeyond(horizons, "rows", start))
              findings.push({
                model: model.number,
                window: `${new Date(start).toISOString()} tier ${tier} ${segment}`.trimEnd(),
                difference: "is missing",
              });
          from = to;
        }
        return findings.slice(0, mostFindings);
      },
      "REPEATABLE READ",
    ),
  );
}
