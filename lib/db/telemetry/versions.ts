import "server-only";
import type pg from "pg";

const known = new Map<string, number>();

/** The numbers of versions by name; one seen for the first time is registered, the model's first as champion. */
export async function versionNumbers(
  client: pg.ClientBase,
  model: { id: string; number: number },
  names: ReadonlySet<string>,
): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const name of names) {
    const key = `${model.id} ${name}`;
    const number = known.get(key);
    if (number !== undefined) {
      found.set(name, number);
      continue;
    }
    const before = await client.query<{ number: number }>(`SELECT number FROM model_version WHERE "modelId" = $1 AND version = $2`, [
      model.id,
      name,
    ]);
    const stored = before.rows[0];
    if (stored) {
      // Only what was committed before is remembered: a registration may still be rolled back.
      known.set(key, stored.number);
      found.set(name, stored.number);
      continue;
    }
    const { rows } = await client.query<{ number: number }>(
      `INSERT INTO model_version (id, "modelId", version, stage)
       VALUES (gen_random_uuid(), $1, $2, CASE WHEN EXISTS (SELECT FROM model_version WHERE "modelId" = $1) THEN 'challenger' ELSE 'champion' END)
       ON CONFLICT ("modelId", version) DO UPDATE SET version = excluded.version RETURNING number`,
      [model.id, name],
    );
    const made = rows[0];
    if (made) found.set(name, made.number);
  }
  return found;
}
