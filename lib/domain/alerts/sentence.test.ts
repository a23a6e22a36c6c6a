import { expect, test } from "vitest";
import { AlertRuleInput } from "./rule.ts";
import { incidentTitle, ruleSummary, subject } from "./sentence.ts";

const about = subject({ measure: "ROC AUC", of: "California housing" });
const rule = (part: object) => AlertRuleInput.parse({ name: "r", query: { kind: "kpi", kpi: "k" }, ...part });

test.each([
  [
    { condition: { operator: "below", critical: 0.7083 }, for: "5m" },
    "ROC AUC of California housing below 0.708 for 5 min, checked every minute",
  ],
  [
    { condition: { operator: "below", critical: 0.7083, warning: 0.75 } },
    "ROC AUC of California housing below 0.708 (warning below 0.75), checked every minute",
  ],
  [
    { condition: { operator: "above", warning: 1_234_567 }, interval: "5m" },
    "ROC AUC of California housing above 1,234,567, checked every 5 min",
  ],
  [
    { condition: { operator: "outside", critical: [0.1, 0.3] }, for: "90s", interval: "1h" },
    "ROC AUC of California housing outside 0.1 to 0.3 for 90 s, checked every hour",
  ],
  [
    { condition: { operator: "inside", critical: [-1, 1] }, for: "90m", interval: "1d" },
    "ROC AUC of California housing inside -1 to 1 for 1 h 30 min, checked every day",
  ],
  [{ condition: { operator: "equal", critical: 0 }, interval: "5s" }, "ROC AUC of California housing equal to 0, checked every 5 s"],
  [
    { condition: { operator: "changePercent", critical: 12.345 }, for: "7d" },
    "ROC AUC of California housing changes by more than 12.3 % for 7 d, checked every minute",
  ],
])("says %o in words", (part, words) => {
  expect(ruleSummary(about, rule(part))).toBe(words);
});

test("writes limits in the unit of what is watched", () => {
  const summary = ruleSummary("Share approved", rule({ condition: { operator: "below", critical: 0.5 } }), (value) => `${value * 100} %`);
  expect(summary).toBe("Share approved below 50 %, checked every minute");
});

test.each([
  ["below", "value", "ROC AUC of California housing is below its limit"],
  ["outside", "value", "ROC AUC of California housing is outside its limits"],
  ["change", "value", "ROC AUC of California housing changed by more than its limit"],
  ["below", "no_data", "ROC AUC of California housing has no data"],
  ["below", "error", "ROC AUC of California housing could not be evaluated"],
] as const)("an incident about %s by %s is titled %s", (operator, cause, title) => {
  expect(incidentTitle(about, operator, cause)).toBe(title);
});

test("names the series", () => {
  expect(subject({ measure: "PSI", of: "Credit risk", labels: { feature: "income" } })).toBe("PSI of Credit risk, feature income");
  expect(subject({ measure: "Approval rate" })).toBe("Approval rate");
});
