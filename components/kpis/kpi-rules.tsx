import { Bell } from "lucide-react";
import { LinkButton } from "#components/ui/link-button";
import { SectionHead } from "#components/ui/section-head";
import { TextLink } from "#components/ui/text-link";
import { VerdictMark } from "#components/ui/verdict-mark";
import type { RuleAnswer } from "#lib/domain/alerts/rule-answer";

type Props = { slug: string; rules: readonly Pick<RuleAnswer, "id" | "name" | "summary" | "status" | "severity">[]; mayWrite: boolean };

const words: Record<RuleAnswer["status"], string> = {
  normal: "Normal",
  pending: "Pending",
  firing: "Firing",
  recovering: "Recovering",
  no_data: "No data",
  error: "Error",
  disabled: "Off",
  not_evaluated: "Not evaluated yet",
};
const kinds = { normal: "ok", pending: "pending", recovering: "pending", no_data: "no_data", not_evaluated: "pending" } as const;

function Status({ status, severity }: Pick<RuleAnswer, "status" | "severity">) {
  if (status === "disabled" || status === "error") return <span className="text-ink-muted">{words[status]}</span>;
  return <VerdictMark kind={status === "firing" ? severity : kinds[status]} word={words[status]} />;
}

/** Who is called when this KPI turns bad: the rules over it. */
export function KpiRules({ slug, rules, mayWrite }: Props) {
  return (
    <section>
      <SectionHead
        title="Alert rules"
        sentence="They call somebody; the limits above only colour the KPI."
        action={
          mayWrite ? (
            <LinkButton href={`/rules/new?kpi=${slug}`}>
              <Bell aria-hidden="true" strokeWidth={1.75} className="size-4" />
              Add rule
            </LinkButton>
          ) : null
        }
      />
      {rules.length === 0 ? (
        <p className="mt-3 text-ink-muted">No rule watches this KPI: nobody is called when it turns bad.</p>
      ) : (
        <ul className="mt-3 border-t border-line">
          {rules.map((rule) => (
            <li key={rule.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-line py-2.5">
              <Status status={rule.status} severity={rule.severity} />
              <TextLink plain href={`/rules/${rule.id}`} className="font-medium">
                {rule.name}
              </TextLink>
              <span className="min-w-0 text-ink-muted">{rule.summary}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
