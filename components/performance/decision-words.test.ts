import { expect, test } from "vitest";
import { decisionSummary } from "./decision-words.ts";

test.each([
  [{ tp: 15, fn: 287, fp: 6, tn: 436 }, "15 of 302 positive rows were found; 15 of 21 said to be positive were."],
  [{ tp: 0, fn: 0, fp: 2, tn: 5 }, "No row was positive; 0 of 2 said to be positive were."],
  [{ tp: 0, fn: 4, fp: 0, tn: 5 }, "0 of 4 positive rows were found; none was said to be positive."],
  [{ tp: 0, fn: 0, fp: 0, tn: 0 }, "No labelled decision in this window."],
  [null, "No labelled decision in this window."],
])("decisions %o in a sentence", (confusion, sentence) => expect(decisionSummary(confusion)).toBe(sentence));
