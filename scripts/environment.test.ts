import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { AppError } from "#lib/domain/errors";
import { childVariables, readEnvironment, secretOf } from "./environment.ts";

const directory = mkdtempSync(join(tmpdir(), "environment-"));
afterAll(() => rmSync(directory, { recursive: true }));

test("an empty environment gives the documented defaults", () => {
  const { dataDirectory, ...rest } = readEnvironment({});
  expect(rest).toEqual({ port: 3000, host: "127.0.0.1", databaseUrl: null, secret: null, url: "http://127.0.0.1:3000", workers: 1 });
  expect(dataDirectory).toBe(join(process.cwd(), ".data"));
});

test("a variable that is set to nothing counts as absent", () => {
  expect(readEnvironment({ PORT: "", DATABASE_URL: " ", MODELWATCH_SECRET: "" })).toEqual(readEnvironment({}));
});

test.each([
  {
    name: "a given address, without its last slash",
    variables: { MODELWATCH_URL: "https://watch.example.com/" },
    url: "https://watch.example.com",
  },
  { name: "host and port", variables: { HOST: "10.0.0.7", PORT: "8080" }, url: "http://10.0.0.7:8080" },
  { name: "this machine when every interface is listened on", variables: { HOST: "0.0.0.0" }, url: "http://127.0.0.1:3000" },
  { name: "brackets around an IPv6 address", variables: { HOST: "fd00::7" }, url: "http://[fd00::7]:3000" },
])("the address people use is $name", ({ variables, url }) => {
  expect(readEnvironment(variables).url).toBe(url);
});

test.each([
  { variables: { PORT: "http" }, line: 'PORT must be a whole number from 1 to 65535, not "http".' },
  { variables: { PORT: "0" }, line: 'PORT must be a whole number from 1 to 65535, not "0".' },
  { variables: { MODELWATCH_WORKERS: "1.5" }, line: 'MODELWATCH_WORKERS must be a whole number from 0 to 64, not "1.5".' },
  { variables: { MODELWATCH_URL: "watch" }, line: 'MODELWATCH_URL must be an address like https://modelwatch.example.com, not "watch".' },
])("refuses with one line: $line", ({ variables, line }) => {
  expect(() => readEnvironment(variables)).toThrow(new AppError("invalid", line));
});

test("a wrong DATABASE_URL is not repeated, because it holds a password", () => {
  expect(() => readEnvironment({ DATABASE_URL: "mysql://me:hunter2@db/x" })).toThrow(/^DATABASE_URL must be an address like (?!.*hunter2)/);
});

test("the secret is made once, for its owner alone, and kept", () => {
  const environment = readEnvironment({ MODELWATCH_DATA_DIR: join(directory, "new", "data") });
  const secret = secretOf(environment);
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(secretOf(environment)).toBe(secret);
  const file = join(environment.dataDirectory, "secret");
  expect(readFileSync(file, "utf8").trim()).toBe(secret);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("a given secret wins, and none is made", () => {
  expect(secretOf(readEnvironment({ MODELWATCH_SECRET: "given", MODELWATCH_DATA_DIR: join(directory, "unused") }))).toBe("given");
  expect(() => statSync(join(directory, "unused"))).toThrow("ENOENT");
});

test("a data directory that is a file is named in the reason", () => {
  const file = join(directory, "a-file");
  writeFileSync(file, "");
  expect(() => secretOf(readEnvironment({ MODELWATCH_DATA_DIR: file }))).toThrow(`The secret in ${file}/secret cannot be read or made`);
});

test("web and workers are told the same secret and address under the names that each library reads", () => {
  const environment = readEnvironment({ MODELWATCH_URL: "https://w.example.com" });
  const told = childVariables(environment, "postgresql://db", "s");
  expect([told.NEXTAUTH_URL, told.NEXTAUTH_SECRET]).toEqual([told.MODELWATCH_URL, told.MODELWATCH_SECRET]);
  expect(told.DATABASE_URL).toBe("postgresql://db");
});
