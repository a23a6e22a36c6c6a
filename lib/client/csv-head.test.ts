import { describe, expect, test } from "vitest";
import { csvHead } from "./csv-head.ts";

describe("the first records of a CSV text", () => {
  const cases: { name: string; text: string; complete?: boolean; records: string[][] }[] = [
    {
      name: "cells are parted by commas",
      text: "a,b\n1,2\n",
      records: [
        ["a", "b"],
        ["1", "2"],
      ],
    },
    {
      name: "Windows line ends are no part of a cell",
      text: "a,b\r\n1,2\r\n",
      records: [
        ["a", "b"],
        ["1", "2"],
      ],
    },
    {
      name: "quotes hold commas, line ends and quotes",
      text: 'a,b\n"x, ""y""\nz",2\n',
      records: [
        ["a", "b"],
        ['x, "y"\nz', "2"],
      ],
    },
    {
      name: "empty cells stay",
      text: "a,b,c\n,,\n",
      records: [
        ["a", "b", "c"],
        ["", "", ""],
      ],
    },
    {
      name: "empty lines are no records",
      text: "a,b\n\n1,2\n",
      records: [
        ["a", "b"],
        ["1", "2"],
      ],
    },
    { name: "a byte order mark is no part of a name", text: "\ufeffa,b\n", records: [["a", "b"]] },
    {
      name: "a record that breaks off is left out",
      text: "a,b\n1,2\n3",
      complete: false,
      records: [
        ["a", "b"],
        ["1", "2"],
      ],
    },
    {
      name: "the last record needs no line end",
      text: "a,b\n1,2",
      records: [
        ["a", "b"],
        ["1", "2"],
      ],
    },
    { name: "nothing has no records", text: "", records: [] },
  ];
  test.each(cases)("$name", ({ text, complete = true, records }) => {
    expect(csvHead(text, 100, complete)).toEqual(records);
  });

  test("stops at the limit", () => {
    expect(csvHead("a\n1\n2\n3\n", 2, true)).toEqual([["a"], ["1"]]);
  });
});
