import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as format from "./format.ts";

const thin = (text: string) => text.replaceAll(" ", format.THIN);

describe("numbers", () => {
  test.each([
    [0.70512, "0.705"],
    [1, "1.000"],
    [-0.0004, "0.000"],
    [-0.25, "−0.250"],
    [32.84, "32.8"],
    [1479.4, "1,479"],
    [null, "–"],
    [undefined, "–"],
    [Number.NaN, "–"],
    [Number.POSITIVE_INFINITY, "–"],
  ])("metric %s is written %s", (value, text) => expect(format.metric(value)).toBe(text));

  test.each([
    [0.1994, "0.199"],
    [1.186, "1.19"],
    [6.87, "6.87"],
    [null, "–"],
  ])("PSI %s is written %s", (value, text) => expect(format.psi(value)).toBe(text));

  test.each([
    [0.614, "61 %"],
    [1, "100 %"],
    [0, "0 %"],
    [0.996, "> 99 %"],
    [0.002, "< 1 %"],
    [null, "–"],
  ])("share %s is written %s", (value, text) => expect(format.percent(value)).toBe(thin(text)));

  test("a share may carry decimals where they matter", () => expect(format.percent(0.9994, 2)).toBe(thin("99.94 %")));

  test.each([
    [24, "24"],
    [310, "310"],
    [2700, "2.7 k"],
    [12_400, "12.4 k"],
    [86_000, "86 k"],
    [999_600, "1 M"],
    [1_240_000, "1.24 M"],
    [-5000, "−5 k"],
    [null, "–"],
  ])("%s is shortened to %s", (value, text) => expect(format.compact(value)).toBe(thin(text)));

  test.each([
    [0.0123, "+0.012"],
    [-23, "−23.0"],
    [0, "±0.000"],
    [null, "–"],
  ])("a change of %s is written %s", (value, text) => expect(format.signed(value)).toBe(text));

  test("counts have commas, ranges an en dash, units a thin space", () => {
    expect(format.count(5832)).toBe("5,832");
    expect(format.range(0.666, 0.744)).toBe("0.666–0.744");
    expect(format.range(0.666, null)).toBe("–");
    expect(format.withUnit("32.8", "bikes")).toBe(thin("32.8 bikes"));
    expect(format.withUnit("–", "bikes")).toBe("–");
    expect(format.withUnit("−121.9", "°")).toBe("−121.9°");
  });

  test("an absent value tells why", () => {
    expect(format.shown(null, format.metric, "no labels yet")).toEqual({ text: "–", reason: "no labels yet" });
    expect(format.shown(0, format.metric, "no labels yet")).toEqual({ text: "0.000", reason: null });
  });

  test("no number is ever written with a hyphen", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        for (const write of [format.metric, format.psi, format.compact, format.count]) expect(write(value)).not.toContain("-");
      }),
    );
  });
});

describe("time", () => {
  test.each([
    [0, "0 s"],
    [0.25, "250 ms"],
    [12, "12 s"],
    [24 * 60 + 12, "24 min"],
    [3 * 3600, "3 h"],
    [3 * 3600 + 1200, "3 h 20 min"],
    [79 * 3600, "3 d 7 h"],
    [61 * 86_400 + 3600, "61 d"],
    [null, "–"],
  ])("%s seconds last %s", (seconds, text) => expect(format.duration(seconds)).toBe(thin(text).replaceAll(/(?<=[a-z])\u202f(?=\d)/g, " ")));

  const now = "2022-04-11T07:24:00Z";
  test.each([
    ["2022-04-11T07:00:00Z", "24 min ago"],
    ["2022-04-11T10:24:00Z", "in 3 h"],
    ["2022-04-11T07:23:59.500Z", "now"],
    [null, "–"],
    ["not a time", "–"],
  ])("%s is %s", (at, text) => expect(format.relativeTime(at, now)).toBe(text.replace(/(?<=\d) /, format.THIN)));

  test("dates are written in the person's zone, whatever the machine's is", () => {
    expect(format.dateTime("2022-04-08T00:04:00Z", "Europe/Berlin")).toBe("8 Apr 2022, 02:04");
    expect(format.weekdayTime("2022-04-08T00:04:00Z", "Europe/Berlin")).toBe("Fri 8 Apr, 02:04");
    expect(format.date("2022-09-30T23:30:00Z", "Europe/Berlin")).toBe("1 Oct 2022");
    expect(format.clockSeconds("2022-04-08T00:04:07Z", "UTC")).toBe("00:04:07");
    expect(format.monthYear("2021-09-01T00:00:00Z", "UTC")).toBe("Sep 2021");
    expect(format.dateTime(null, "UTC")).toBe("–");
  });

  test("a period whose ends read the same is written once", () => {
    const month = (at: Parameters<typeof format.monthYear>[0]) => format.monthYear(at, "UTC");
    expect(format.period("2020-10-01T00:00:00Z", "2021-05-31T00:00:00Z", month)).toBe("Oct 2020 – May 2021");
    expect(format.period("2022-03-01T00:00:00Z", "2022-03-31T00:00:00Z", month)).toBe("Mar 2022");
  });
});

describe("labels of an axis", () => {
  test("months name the year once", () => {
    const starts = ["2020-11-01", "2020-12-01", "2021-01-01", "2021-02-01"].map((day) => `${day}T00:00:00Z`);
    expect(format.axisLabels(starts, "month", "UTC")).toEqual(["Nov ’20", "Dec", "Jan ’21", "Feb"]);
  });
  test("days name the year only where it changes", () => {
    const starts = ["2021-12-31", "2022-01-01", "2022-01-02"].map((day) => `${day}T00:00:00Z`);
    expect(format.axisLabels(starts, "day", "UTC")).toEqual(["31 Dec", "1 Jan ’22", "2 Jan"]);
  });
  test("hours name the day where it changes", () => {
    const starts = ["2022-04-10T22:00:00Z", "2022-04-10T23:00:00Z", "2022-04-11T00:00:00Z", "2022-04-11T01:00:00Z"];
    expect(format.axisLabels(starts, "hour", "UTC")).toEqual(["10 Apr", "23:00", "11 Apr", "01:00"]);
  });
});
