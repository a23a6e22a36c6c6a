import { expect, test } from "vitest";
import { watchSentence } from "./watch-sentence.ts";

const point = (name: string, status: "arrives" | "partly" | "missing" | "nothing_yet") => ({ name, status });

test("nothing at all is said first", () => {
  expect(watchSentence([point("Predictions", "nothing_yet"), point("Labels", "nothing_yet")])).toBe("Nothing arrives yet");
});

test("what is missing is named", () => {
  expect(watchSentence([point("Predictions", "arrives"), point("Labels", "missing"), point("Groups", "missing")])).toBe(
    "1 of 3 things worth logging arrives; labels and groups are missing",
  );
  expect(watchSentence([point("Predictions", "arrives"), point("Scores", "partly"), point("Latency", "missing")])).toBe(
    "2 of 3 things worth logging arrive; latency is missing",
  );
});

test("completeness is said, too", () => {
  expect(watchSentence([point("Predictions", "arrives"), point("Scores", "partly")])).toBe("All 2 things worth logging arrive");
});
