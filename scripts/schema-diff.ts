import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, type ColumnType, ColumnTypeEnum, type SqlQueryable } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { z } from "zod";

/**
 * The Rust engine of `prisma migrate` as WebAssembly from npm, because the CLI downloads its binary from elsewhere.
 * Only its `diff` is used: its own migrations need a shadow database and split scripts at every semicolon.
 */
const schemaPath = resolve("prisma/schema.prisma");

const Exports = z.looseObject({ __wbindgen_start: z.custom<() => void>((value) => typeof value === "function") });

let loaded = false;
/** Once per process: the glue keeps views on the first instance's memory. */
async function load(): Promise<void> {
  if (loaded) return;
  loaded = true;
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(message) } });
  const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const module = await WebAssembly.compile(readFileSync(script.replace(/\.js$/, ".wasm")));
  const functions = Object.fromEntries(Object.entries(glue).filter(([, value]) => typeof value === "function"));
  const { exports } = await WebAssembly.instantiate(module, { "./schema_engine_bg.js": functions });
  glue.__wbg_set_wasm(exports);
  Exports.parse({ ...exports }).__wbindgen_start();
}

type Fields = { fields: { dataTypeID: number }[]; rows: unknown[] };
const hasFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && "fields" in value && Array.isArray(value.fields);

/** PrismaPg does not know the system type "char" (oid 18), which the engine's catalogue queries return: it is told text. */
function withSystemChar(connectionString: string): { pool: pg.Pool; charactersOf: (rows: unknown[]) => number[] } {
  const characters = new WeakMap<unknown[], number[]>();
  const pool = new pg.Pool({ connectionString });
  const query = async (...args: unknown[]): Promise<unknown> => {
    const result: unknown = await Reflect.apply(pool.query, pool, args);
    if (!hasFields(result)) return result;
    const found = result.fields.flatMap((field, index) => (field.dataTypeID === 18 ? [index] : []));
    for (const field of result.fields) if (field.dataTypeID === 18) field.dataTypeID = 25;
    characters.set(result.rows, found);
    return result;
  };
  const proxy = new Proxy(pool, { get: (target, name) => (name === "query" ? query : Reflect.get(target, name, target)) });
  return { pool: proxy, charactersOf: (rows) => characters.get(rows) ?? [] };
}

/** … and what it was told to be text is called a character again in the answer. */
function restoring<T extends SqlQueryable>(adapter: T, charactersOf: (rows: unknown[]) => number[]): T {
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (request) => {
    const result = await queryRaw(request);
    const types: ColumnType[] = result.columnTypes;
    for (const index of charactersOf(result.rows)) types[index] = ColumnTypeEnum.Character;
    return result;
  };
  return adapter;
}

/** The SQL that would bring this database to schema.prisma; empty when there is nothing to do. Only the schema `public` is compared. */
export async function sqlToSchema(connectionString: string): Promise<string> {
  await load();
  const { pool, charactersOf } = withSystemChar(connectionString);
  const factory = new PrismaPg(pool, { disposeExternalPool: false });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => restoring(await connect(), charactersOf);
  const files = [{ path: schemaPath, content: readFileSync(schemaPath, "utf8") }];
  const datamodels = files.map(({ path, content }): [string, string] => [path, content]);
  const engine = await glue.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
  try {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: resolve(".") },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 2 ? (stdout ?? "") : "";
  } finally {
    engine.free();
    await pool.end();
  }
}
