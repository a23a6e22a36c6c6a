import { expect, test } from "vitest";
import { incidentsHeadline, workflowWords } from "./incident-words.ts";

const incident = {
  severity: "critical" as const,
  workflow: "open" as const,
  condition: "firing" as const,
  title: "AUC is below its limit",
};

test.each([
  { name: "nothing open", list: [], title: "No open incidents" },
  { name: "one that waits", list: [incident], title: "1 of 1 open incident waits for somebody" },
  {
    name: "one of two waits",
    list: [incident, { ...incident, workflow: "acknowledged" as const }],
    title: "1 of 2 open incidents waits for somebody",
  },
  { name: "all have somebody", list: [{ ...incident, workflow: "acknowledged" as const }], title: "1 incident is being worked on" },
])("the headline with $name", ({ list, title }) => {
  expect(incidentsHeadline(list).title).toBe(title);
});

test("the first to look at is critical, and what recovered can be resolved", () => {
  const warning = { ...incident, severity: "warning" as const, title: "a warning", condition: "recovered" as const };
  expect(incidentsHeadline([warning, incident]).sentence).toBe(
    "Look first at: AUC is below its limit. 1 has recovered and can be resolved.",
  );
});

test("an acknowledgement names its person", () => {
  expect(workflowWords("acknowledged", "Jonas")).toBe("Acknowledged by Jonas");
});
