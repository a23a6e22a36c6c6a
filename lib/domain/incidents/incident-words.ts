import type { IncidentCondition, IncidentWorkflow } from "./incident.ts";

export const conditionWords: Record<IncidentCondition, string> = { firing: "Firing", recovered: "Recovered" };

/** Where people stand with it: "Acknowledged by Jonas", "Open, not acknowledged". */
export function workflowWords(workflow: IncidentWorkflow, who: string | null): string {
  switch (workflow) {
    case "open":
      return "Open, not acknowledged";
    case "acknowledged":
      return who ? `Acknowledged by ${who}` : "Acknowledged";
    case "snoozed":
      return "Snoozed";
    case "resolved":
      return who ? `Resolved by ${who}` : "Resolved";
  }
}

type Counted = { severity: "warning" | "critical"; workflow: IncidentWorkflow; condition: IncidentCondition; title: string };

/** The first line of the list: how many need somebody, and which first. */
export function incidentsHeadline(unresolved: readonly Counted[]): { title: string; sentence: string } {
  const open = unresolved.filter(({ workflow }) => workflow === "open");
  const worst = open.find(({ severity }) => severity === "critical") ?? open[0];
  if (unresolved.length === 0) return { title: "No open incidents", sentence: "Nothing fires and nobody waits for an answer." };
  const noun = unresolved.length === 1 ? "incident is" : "incidents are";
  const title =
    open.length === 0
      ? `${unresolved.length} ${noun} being worked on`
      : `${open.length} of ${unresolved.length} open ${unresolved.length === 1 ? "incident" : "incidents"} ${open.length === 1 ? "waits" : "wait"} for somebody`;
  const recovered = unresolved.filter(({ condition }) => condition === "recovered").length;
  const tail = recovered ? ` ${recovered} ${recovered === 1 ? "has" : "have"} recovered and can be resolved.` : "";
  return { title, sentence: `${worst ? `Look first at: ${worst.title}.` : "Every one has somebody."}${tail}` };
}
