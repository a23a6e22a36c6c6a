import type { RuleAnswer } from "./rule-answer.ts";

const are = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** The first line of the list: how many fire, how many cannot be evaluated. */
export function rulesHeadline(rules: readonly Pick<RuleAnswer, "status" | "name">[]): { title: string; sentence: string } {
  if (rules.length === 0)
    return { title: "Nothing is watched yet", sentence: "Without rules nobody is told when a model leaves its limits." };
  const firing = rules.filter(({ status }) => status === "firing" || status === "recovering");
  const blind = rules.filter(({ status }) => status === "error" || status === "no_data");
  const title = firing.length
    ? `${are(firing.length, "rule fires", "rules fire")} of ${rules.length}`
    : `None of ${are(rules.length, "rule", "rules")} fires`;
  const sentence = blind.length
    ? `${are(blind.length, "rule sees", "rules see")} no data or an error: ${blind
        .slice(0, 3)
        .map(({ name }) => name)
        .join(", ")}.`
    : "Every rule has a value to judge.";
  return { title, sentence };
}
