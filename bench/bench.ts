/**
 * npm run bench [-- --events 1000000 --labels 200000]: measures the product over HTTP and, in the same run, what it is compared
 * with. Prints a table, writes bench/results/bench.json, exits non-zero when a row falls short.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { z } from "zod";
import { benchModel, eventLines } from "./rows.ts";
import { type BenchServer, startBenchServer } from "./server.ts";

const { values } = parseArgs({ options: { events: { type: "string", default: "200000" }, labels: { type: "string", default: "50000" } } });
const events = Number(values.events);
const labels = Number(values.labels);

type Row = { what: string; measured: string; compared: string; ratio: number | null; asked: string; ok: boolean };
const rows: Row[] = [];
const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};
const rate = (count: number, took: number) => `${Math.round(count / took).toLocaleString("en-US")} /s`;
const median = (list: number[]) => list.toSorted((a, b) => a - b)[list.length >> 1] ?? Number.NaN;

async function call(server: BenchServer, method: string, path: string, body?: BodyInit, type = "application/json"): Promise<unknown> {
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: { cookie: server.cookie, origin: server.url, ...(body === undefined ? {} : { "content-type": type }) },
    ...(body === undefined ? {} : { body, duplex: "half" }),
  } as RequestInit);
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

const streamOf = (pieces: Iterable<string>): ReadableStream<Uint8Array> => {
  const iterator = pieces[Symbol.iterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: (controller) => {
      const next = iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
  });
};

async function counted(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows: left } = await client.query("SELECT 1 FROM telemetry.batch UNION ALL SELECT 1 FROM telemetry.recount LIMIT 1");
    if (left.length === 0) return;
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** One COPY of the very rows into a logged table with the product's columns and unique index. */
async function copyBaseline(client: pg.Client): Promise<number> {
  await client.query(`CREATE TABLE IF NOT EXISTS bench_copy (model int4 NOT NULL, version int4 NOT NULL, id text NOT NULL, at timestamptz NOT NULL, batch int8 NOT NULL,
    score float8, prediction text, label text, latency real, error text, row bytea NOT NULL)`);
  await client.query("CREATE UNIQUE INDEX IF NOT EXISTS bench_copy_key ON bench_copy (model, id, version, at)");
  await client.query("TRUNCATE bench_copy");
  const pieces: Buffer[] = [];
  const dump = client.query(
    copyTo("COPY (SELECT model, version, id, at, batch, score, prediction, label, latency, error, row FROM telemetry.event) TO STDOUT"),
  );
  for await (const piece of dump) pieces.push(Buffer.from(piece));
  return seconds(
    () =>
      new Promise<void>((done, fail) => {
        const stream = client.query(copyFrom("COPY bench_copy FROM STDIN"));
        stream.once("finish", done).on("error", fail);
        const write = (): void => {
          for (let piece = pieces.shift(); piece !== undefined; piece = pieces.shift())
            if (!stream.write(piece)) {
              stream.once("drain", write);
              return;
            }
          stream.end();
        };
        write();
      }),
  );
}

async function main(): Promise<number> {
  const server = await startBenchServer();
  const client = new pg.Client({ connectionString: server.env.DATABASE_URL });
  try {
    await client.connect();
    await call(server, "POST", "/api/v1/models", JSON.stringify(benchModel));
    const until = Date.now() - (Date.now() % 3_600_000);
    await call(
      server,
      "PUT",
      "/api/v1/models/bench/reference",
      [...eventLines(20_000, until - 40 * 86_400_000, 99)].join(""),
      "application/x-ndjson",
    );

    const pieces = [...eventLines(events, until)];
    const ingest = await seconds(() => call(server, "POST", "/api/v1/models/bench/predictions", streamOf(pieces), "application/x-ndjson"));
    const count = await seconds(() => counted(client));
    const copy = await copyBaseline(client);
    const ingestRatio = copy / ingest;
    rows.push({
      what: `ingest over HTTP, ${events} events`,
      measured: rate(events, ingest),
      compared: `COPY ${rate(events, copy)}`,
      ratio: ingestRatio,
      asked: "≥ 0.60",
      ok: ingestRatio >= 0.6,
    });
    rows.push({
      what: "counted behind the ingest",
      measured: `${count.toFixed(1)} s more`,
      compared: "",
      ratio: null,
      asked: "shown",
      ok: true,
    });

    const twice = await seconds(() => call(server, "POST", "/api/v1/models/bench/predictions", streamOf(pieces), "application/x-ndjson"));
    rows.push({ what: "the same body again", measured: rate(events, twice), compared: "", ratio: null, asked: "shown", ok: true });

    const late = Array.from(
      { length: Math.min(labels, events) },
      (_, index) => `${JSON.stringify({ id: `e1-${index}`, label: index % 2 })}\n`,
    ).join("");
    const posted = await seconds(async () => {
      await call(server, "POST", "/api/v1/models/bench/labels", late, "application/x-ndjson");
      await counted(client);
    });
    await client.query("CREATE TABLE bench_label AS SELECT id, label FROM telemetry.label");
    const update = await seconds(() =>
      client.query(
        "UPDATE telemetry.event AS event SET label = CASE given.label WHEN '1' THEN '0' ELSE '1' END FROM bench_label AS given WHERE event.model = 1 AND event.id = given.id",
      ),
    );
    await client.query(
      "UPDATE telemetry.event AS event SET label = given.label FROM bench_label AS given WHERE event.model = 1 AND event.id = given.id",
    );
    rows.push({
      what: `late labels joined and counted, ${labels}`,
      measured: rate(labels, posted),
      compared: `UPDATE ${rate(labels, update)}`,
      ratio: update / posted,
      asked: "≥ 0.60",
      ok: update / posted >= 0.6,
    });

    await client.query(
      "INSERT INTO telemetry.recount (model, from_at, to_at, reason) SELECT 1, min(start), max(start) + interval '1 day', 'bench' FROM telemetry.profile WHERE tier = 2",
    );
    await client.query("SELECT pg_notify('modelwatch_batch', '1')");
    const recount = await seconds(() => counted(client));
    rows.push({
      what: `re-count of ${events} rows, 20 features`,
      measured: `${recount.toFixed(2)} s`,
      compared: rate(events, recount),
      ratio: null,
      asked: "shown",
      ok: true,
    });

    const range = `from=${new Date(until - 30 * 86_400_000).toISOString()}&to=${new Date(until).toISOString()}&window=1h`;
    for (const path of [
      `/api/v1/models/bench/performance?${range}`,
      `/api/v1/models/bench/drift?${range}`,
      "/models/bench",
      "/models/bench/performance",
    ]) {
      const times: number[] = [];
      for (let run = 0; run < 5; run++)
        times.push(
          await seconds(async () => {
            const response = await fetch(`${server.url}${path}`, { headers: { cookie: server.cookie } });
            if (!response.ok) throw new Error(`${path}: ${response.status}`);
            await response.arrayBuffer();
          }),
        );
      rows.push({
        what: path.split("?")[0] ?? path,
        measured: `${Math.round(median(times) * 1000)} ms`,
        compared: "",
        ratio: null,
        asked: "shown",
        ok: true,
      });
    }
  } finally {
    await client.end();
    await server.stop();
  }
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, ${Math.round(totalmem() / 1024 ** 3)} GiB, Node ${process.versions.node}`;
  console.log(`\n${machine}`);
  console.table(
    rows.map(({ ratio, ok, ...rest }) => ({ ...rest, ratio: ratio === null ? "" : ratio.toFixed(2), ok: ok ? "ok" : "SHORT" })),
  );
  mkdirSync("bench/results", { recursive: true });
  writeFileSync("bench/results/bench.json", JSON.stringify({ machine, events, labels, rows: z.array(z.unknown()).parse(rows) }, null, 2));
  return rows.every(({ ok }) => ok) ? 0 : 1;
}

process.exit(await main());
