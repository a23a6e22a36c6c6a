import "server-only";
import type pg from "pg";

const made = new Set<string>();

/** The month partitions that these events need. Months that this process has seen committed are not asked for again. */
export async function ensurePartitions(client: pg.ClientBase, events: Iterable<{ atMicros: number }>): Promise<void> {
  const months = new Set<string>();
  let lastDay = Number.NaN;
  for (const { atMicros } of events) {
    const day = Math.floor(atMicros / 86_400_000_000);
    if (day === lastDay) continue;
    lastDay = day;
    months.add(`${new Date(day * 86_400_000).toISOString().slice(0, 7)}-01`);
  }
  for (const month of [...months].sort()) {
    if (made.has(month)) continue;
    const { rows } = await client.query<{ there: boolean }>("SELECT to_regclass($1) IS NOT NULL AS there", [
      `telemetry.event_${month.slice(0, 7).replace("-", "")}`,
    ]);
    if (rows[0]?.there) made.add(month);
    else await client.query("SELECT telemetry.ensure_partition($1::date)", [month]);
  }
}
