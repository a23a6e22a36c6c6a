import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { apiOf, bearer, counted, expect, newModel, slugOf, test } from "./api.ts";

type Ended = { code: number; out: string; error: string };

/** The command line beside the running server, as a person types it. */
const modelwatch = (...words: string[]): Promise<Ended> =>
  new Promise((done) =>
    execFile(
      "npm",
      ["run", "-s", "modelwatch", "--", ...words],
      { cwd: resolve(import.meta.dirname, "../.."), timeout: 60_000 },
      (failure, out, error) => done({ code: failure ? (typeof failure.code === "number" ? failure.code : 1) : 0, out, error }),
    ),
  );

let folder = "";
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "modelwatch-cli-"));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

test("token create prints the token alone, and it works", async ({ visitor }) => {
  const { code, out } = await modelwatch("token", "create", "--name", "cli", "--role", "scientist", "--expires", "1h");
  expect(code).toBe(0);
  expect(out).toMatch(/^mw_[A-Za-z0-9_-]{20,}\n$/);
  expect((await apiOf(visitor, bearer(out.trim())).get("/me")).json.actor).toMatchObject({ kind: "token", name: "cli", role: "scientist" });
  const json = JSON.parse((await modelwatch("token", "create", "--name", "cli", "--role", "stakeholder", "--json")).out);
  expect(json).toMatchObject({ token: expect.stringMatching(/^mw_/), role: "stakeholder" });
});

test("a model from a file; predictions, labels and a reference from files of every kind", async ({ scientist }) => {
  const slug = slugOf("cli");
  const schema = { features: [{ name: "income", type: "numeric" }] };
  const model = file("model.json", JSON.stringify({ slug, name: "By the command line", task: "binary", schema, minimumRows: 1 }));
  expect(await modelwatch("model", "create", "--file", model)).toMatchObject({ code: 0 });
  const map = file(
    "map.json",
    JSON.stringify({ row: "id", when: "timestamp", probability: "score", income: "features.income", note: null }),
  );
  const rows = "row,when,probability,income,note\n1,2026-01-01T00:00:00Z,0.9,10,x\n2,2026-01-01T00:10:00Z,0.2,20,y\n3,never,0.2,20,z\n";
  const imported = await modelwatch("import", "predictions", "--model", slug, "--map", map, file("predictions.csv", rows));
  expect(imported).toMatchObject({ code: 0, out: expect.stringMatching(/2 accepted, 1 rejected\n.*line 4: timestamp/) });
  const packed = file(
    "more.ndjson.gz",
    gzipSync('{"id":"4","timestamp":"2026-01-01T00:20:00Z","score":0.7}\n{"id":"1","timestamp":"2026-01-01T00:00:00Z","score":0.1}\n'),
  );
  const again = JSON.parse((await modelwatch("import", "predictions", "--model", slug, packed, "--json")).out);
  expect(again).toMatchObject({ accepted: 1, duplicates: 1, rejected: 0 });
  const labels = await modelwatch("import", "labels", "--model", slug, file("labels.csv", "id,label\n1,1\n2,0\n9,1\n"));
  expect(labels).toMatchObject({ code: 0, out: expect.stringMatching(/3 accepted, 1 wait/) });
  const reference = await modelwatch(
    "import",
    "reference",
    "--model",
    slug,
    file("reference.csv", "score,features.income\n0.4,5\n0.6,15\n"),
  );
  expect(reference).toMatchObject({ code: 0, out: expect.stringContaining("reference 1: 2 rows") });
  await counted(scientist, slug);
  const { windows } = (await scientist.get(`/models/${slug}/performance?from=2026-01-01&to=2026-01-02&window=1d`)).json;
  expect(windows[0]).toMatchObject({ predictions: 3, labelled: 2, confusion: { tp: 1, fp: 0, fn: 0, tn: 1 } });
});

// Each command is a process of its own, and check counts every row of the database again.
test.describe.configure({ timeout: 120_000 });

test("check says ok, doctor what it looked at", async () => {
  expect(await modelwatch("check")).toMatchObject({ code: 0, out: "ok\n" });
  const doctor = await modelwatch("doctor");
  expect(doctor.code, doctor.error).toBe(0);
  for (const name of ["database", "migrations", "worker", "backlog", "disk"]) expect(doctor.out).toMatch(new RegExp(`^ok +${name}: `, "m"));
});

test("what cannot be done ends with one line that says why, and not with 0", async ({ scientist }) => {
  const model = await newModel(scientist, "cli-faults");
  const cases: [words: string[], code: number, why: RegExp][] = [
    [["token", "create", "--name", "x"], 2, /--role is missing/],
    [["token", "create", "--name", "x", "--role", "king"], 1, /role/],
    [["token", "create", "--nonsense"], 1, /nonsense/],
    [["import", "predictions", "--model", slugOf("none"), file("empty.csv", "id\n")], 1, /does not exist/],
    [["import", "predictions", "--model", model], 2, /at least one file/],
    [["import", "predictions", "--model", model, join(folder, "missing.csv")], 1, /no such file/],
    [["no-such-command"], 2, /There is no command/],
  ];
  const ended = await Promise.all(cases.map(([words]) => modelwatch(...words)));
  for (const [index, [words, code, why]] of cases.entries()) {
    const { code: got, out, error } = ended[index] ?? { code: -1, out: "", error: "" };
    expect([got, out], `${words.join(" ")}: ${error}`).toEqual([code, ""]);
    expect(error.trim().split("\n"), words.join(" ")).toHaveLength(1);
    expect(error).toMatch(why);
  }
  const help = await modelwatch("help");
  expect(help).toMatchObject({ code: 0, out: expect.stringContaining("token create") });
});
