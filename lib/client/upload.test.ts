import { expect, test } from "vitest";
import { faultsCsv, mappingTooLong, uploadAddress } from "./upload.ts";

test("the mapping and the name of the file go along in the address", () => {
  const address = uploadAddress({
    slug: "m",
    kind: "labels",
    file: { name: "a b.csv" },
    mapping: { y: "label", note: null },
    atomic: true,
  });
  const url = new URL(address, "http://x");
  expect(url.pathname).toBe("/api/v1/models/m/labels");
  expect(Object.fromEntries(url.searchParams)).toEqual({ file: "a b.csv", mapping: '{"y":"label","note":null}', atomic: "true" });
});

test("a reference is all or nothing by itself", () => {
  expect(uploadAddress({ slug: "m", kind: "reference", file: { name: "a" }, mapping: null, atomic: true })).toBe(
    "/api/v1/models/m/reference?file=a",
  );
});

test("rejected lines are a CSV that no sheet runs", () => {
  expect(faultsCsv([{ line: 3, code: "invalid", path: "=cmd", message: 'Say "yes", or no.' }])).toBe(
    'line,field,code,message\r\n3,\'=cmd,invalid,"Say ""yes"", or no."\r\n',
  );
});

test("a mapping that no server takes in an address is named before it is sent", () => {
  const wide = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`column ${at}`, `features.column ${at}`]));
  expect(mappingTooLong(wide(50))).toBeNull();
  expect(mappingTooLong(wide(1000))).toContain("too long");
});
