import { describe, expect, it } from "vitest";
import { MOST_WINDOWS, pageAddress, pageRange, readPageQuery, selectedWindow, tabAddress, windowCount } from "./page-query.ts";

const now = Date.parse("2022-04-11T07:24:00Z");
const berlin = { window: "1mo", timeZone: "Europe/Berlin" } as const;

describe("readPageQuery", () => {
  it("takes what it knows, the first of several, and nothing empty", () => {
    expect(readPageQuery({ window: "1d", version: ["v2", "v3"], segment: "", other: "x" })).toEqual({ window: "1d", version: "v2" });
  });
});

describe("pageAddress", () => {
  it("keeps the rest, in one order", () => {
    expect(pageAddress("/models/m", { version: "v2", window: "1d" }, { segment: "region:NE" })).toBe(
      "/models/m?window=1d&version=v2&segment=region%3ANE",
    );
  });
  it("takes a parameter out and leaves a bare path", () => {
    expect(pageAddress("/models/m", { version: "v2" }, { version: null })).toBe("/models/m");
  });
  it.each([
    [{ window: "1h" }, "/m?window=1h&version=v2"],
    [{ range: "30d" }, "/m?window=1d&range=30d&version=v2&page=2"],
    [{ from: "2022-01-01", to: "2022-02-01" }, "/m?window=1d&from=2022-01-01&to=2022-02-01&version=v2&page=2"],
  ])("forgets what a change of %o makes meaningless", (change, expected) => {
    const query = { window: "1d", range: "90d", version: "v2", at: "2022-03-01T00:00:00Z", page: "2" };
    expect(pageAddress("/m", query, change)).toBe(expected);
  });
  it("takes along from page to page what holds on all of them", () => {
    expect(tabAddress("/models/m/drift", { at: "2022-03-01T00:00:00Z", page: "3", metric: "f1", version: "v2" })).toBe(
      "/models/m/drift?version=v2&at=2022-03-01T00%3A00%3A00Z",
    );
  });
});

describe("pageRange", () => {
  it("ends with the window that holds now and has as many windows as its preset", () => {
    const range = pageRange({}, berlin, now, { first: 0, last: now });
    expect(range).toMatchObject({ from: "2020-10-31T23:00:00.000Z", to: "2022-04-30T22:00:00.000Z", size: "1mo" });
    expect(windowCount(range, berlin.timeZone)).toBe(18);
  });
  it.each(["5m", "1h", "1d", "1w", "1mo"] as const)("has whole windows of %s, also where clocks change", (window) => {
    const model = { window, timeZone: "Europe/Berlin" };
    const range = pageRange({}, model, now, null);
    expect(windowCount(range, model.timeZone)).toBe(range.preset?.windows);
  });
  it("ends with the newest data where they are older than the range", () => {
    const range = pageRange({}, { window: "1d", timeZone: "UTC" }, now, { first: 0, last: Date.parse("2021-06-15T12:00:00Z") });
    expect(range.to).toBe("2021-06-16T00:00:00.000Z");
  });
  it("does not start before the first data", () => {
    const range = pageRange({}, { window: "1d", timeZone: "UTC" }, now, { first: Date.parse("2022-04-01T12:00:00Z"), last: now });
    expect(range).toMatchObject({ from: "2022-04-01T00:00:00.000Z", to: "2022-04-12T00:00:00.000Z" });
  });
  it("takes from and to as they are given, cut to windows", () => {
    expect(pageRange({ from: "2022-01-10", to: "2022-03-02" }, berlin, now, null)).toMatchObject({
      from: "2021-12-31T23:00:00.000Z",
      to: "2022-03-31T22:00:00.000Z",
      preset: null,
    });
  });
  it("ignores what is no time and what ends before it starts", () => {
    expect(pageRange({ from: "yesterday" }, berlin, now, null).preset?.key).toBe("18mo");
    expect(pageRange({ from: "2022-03-01", to: "2022-01-01" }, berlin, now, null).to).toBe("2022-04-30T22:00:00.000Z");
  });
  it("never asks for more windows than a browser is given", () => {
    const model = { window: "5m", timeZone: "UTC" } as const;
    expect(windowCount(pageRange({ from: "2020-01-01", to: "2022-01-01" }, model, now, null), "UTC")).toBeLessThanOrEqual(MOST_WINDOWS);
  });
});

describe("selectedWindow", () => {
  const windows = [
    { start: "2022-01-01T00:00:00.000Z", rows: 5 },
    { start: "2022-02-01T00:00:00.000Z", rows: 4 },
    { start: "2022-03-01T00:00:00.000Z", rows: 0 },
  ];
  const known = ({ rows }: { rows: number }) => rows > 0;
  it("is the one asked for, however it is written", () => {
    expect(selectedWindow(windows, "2022-01-01T01:00:00+01:00", known)?.rows).toBe(5);
  });
  it("is else the newest with something to show, else the last", () => {
    expect(selectedWindow(windows, undefined, known)?.rows).toBe(4);
    expect(selectedWindow(windows, "nonsense", () => false)?.rows).toBe(0);
    expect(selectedWindow([], undefined, known)).toBeNull();
  });
  it("falls back to a weaker test where nothing passes the first", () => {
    expect(selectedWindow(windows, undefined, () => false, known)?.rows).toBe(4);
  });
});
