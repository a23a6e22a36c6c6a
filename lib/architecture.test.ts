import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

/** Each folder and the folders it may import. The longest match wins; packages are not layers. */
const mayImport: Record<string, string[]> = {
  "lib/domain": ["lib/domain"],
  "lib/db": ["lib/domain", "lib/db"],
  "lib/sources": ["lib/domain", "lib/sources"],
  "lib/channels": ["lib/domain", "lib/channels"],
  "lib/server": ["lib/domain", "lib/db", "lib/sources", "lib/channels", "lib/server"],
  "lib/worker": ["lib/domain", "lib/server", "lib/worker"],
  "lib/cli": ["lib/domain", "lib/server", "lib/cli"],
  "lib/client": ["lib/domain", "lib/client"],
  "lib/testing": ["lib/domain", "lib/db", "lib/server", "lib/testing", "scripts"],
  "components/ui": ["components/ui", "lib/client"],
  "components/charts": ["components/charts", "components/ui", "lib/client", "lib/domain"],
  components: ["lib/domain", "lib/client", "components"],
  app: ["lib/domain", "lib/client", "lib/server", "components", "app"],
};

/** A test may also use what tests are made of; it is not part of the layer beside which it stands. */
const testsMayAlso = ["lib/testing", "lib/domain", "lib/db", "lib/server", "scripts"];

/** Only pages, components and the session know Next: the worker and the command line run without it. */
const mayImportNext = ["app", "components", "lib/client", "lib/server/session"];

const layers = Object.keys(mayImport).sort((a, b) => b.length - a.length);
const layerOf = (path: string) => layers.find((layer) => path === layer || path.startsWith(`${layer}/`)) ?? path.split("/")[0] ?? path;

const files = ["app", "components", "lib"].flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: "utf8" })
    .map((name) => join(top, name))
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith("lib/db/generated") && !path.endsWith(".d.ts")),
);

const specifiers = (source: string): string[] => [
  ...[...source.matchAll(/^\s*(?:import|export)[^"';]*?from\s+"([^"]+)"/gms)].map((match) => match[1] ?? ""),
  ...[...source.matchAll(/^\s*import\s+"([^"]+)"/gm)].map((match) => match[1] ?? ""),
  ...[...source.matchAll(/import\(\s*"([^"]+)"\s*\)/g)].map((match) => match[1] ?? ""),
];

const target = (file: string, specifier: string): string | null => {
  if (specifier.startsWith("#")) return specifier.slice(1);
  if (specifier.startsWith(".")) return relative(".", join(dirname(file), specifier));
  return null;
};

test("no folder imports a folder that it may not know", () => {
  const violations = files.flatMap((file) => {
    const layer = layerOf(file);
    const allowed = [...(mayImport[layer] ?? []), ...(/\.test\.tsx?$/.test(file) ? testsMayAlso : [])];
    return specifiers(readFileSync(file, "utf8"))
      .map((specifier) => target(file, specifier))
      .filter((path) => path !== null)
      .filter((path) => !allowed.some((known) => path === known || path.startsWith(`${known}/`)))
      .map((path) => `${file} -> ${path}`);
  });
  expect(violations).toEqual([]);
});

test("only what runs inside Next imports Next", () => {
  const violations = files
    .filter((file) => !mayImportNext.some((folder) => file.startsWith(`${folder}/`)))
    .flatMap((file) =>
      specifiers(readFileSync(file, "utf8"))
        // The codec of the session token is plain code; it is where the session is read for API routes.
        .filter((name) => name === "next" || name.startsWith("next/") || name.startsWith("next-auth"))
        .map((name) => `${file} -> ${name}`),
    );
  expect(violations).toEqual([]);
});

test("the core knows no clock, no chance and no outside", () => {
  const forbidden = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|from "node:|\bfetch\(/;
  const violations = files
    .filter((file) => file.startsWith("lib/domain/") && !file.endsWith(".test.ts"))
    .filter((file) => forbidden.test(readFileSync(file, "utf8")));
  expect(violations).toEqual([]);
});

test("no barrel, no drawer, no suppression", () => {
  const drawers = files.filter((file) => /(^|\/)(index|utils|helpers|types|misc)\.tsx?$/.test(file));
  const suppressed = files.filter(
    (file) => /@ts-(ignore|expect-error|nocheck)|biome-ignore/.test(readFileSync(file, "utf8")) && !file.endsWith("architecture.test.ts"),
  );
  expect([...drawers, ...suppressed]).toEqual([]);
});

test("a route file is its handlers, one line each", () => {
  const long = files
    .filter((file) => file.startsWith("app/api/v1/") && file.endsWith("route.ts"))
    .filter((file) =>
      readFileSync(file, "utf8")
        .split("\n")
        .some(
          (line) => line.trim() !== "" && !/^(import|export const (GET|POST|PUT|PATCH|DELETE)|export const dynamic|}| {2}|\/\/)/.test(line),
        ),
    );
  expect(long).toEqual([]);
});

test("server code cannot reach the browser", () => {
  const open = files
    .filter((file) => /^lib\/(server|db)\//.test(file) && !file.endsWith(".test.ts"))
    .filter((file) => file !== "lib/db/migrate.ts" && !/import "server-only"/.test(readFileSync(file, "utf8")));
  expect(open).toEqual([]);
});
