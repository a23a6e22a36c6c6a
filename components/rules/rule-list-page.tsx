import { Plus } from "lucide-react";
import { DataTable } from "#components/ui/data-table";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import { PageHead } from "#components/ui/page-head";
import { RelativeTime } from "#components/ui/relative-time";
import { metric } from "#lib/client/format";
import type { RuleAnswer } from "#lib/domain/alerts/rule-answer";
import { rulesHeadline } from "#lib/domain/alerts/rule-words";
import { RuleStatus } from "./rule-status.tsx";

type Props = { rules: RuleAnswer[]; mayWrite: boolean; now: string; timeZone: string };

const rank: Record<RuleAnswer["status"], number> = {
  firing: 0,
  error: 1,
  recovering: 2,
  pending: 3,
  no_data: 4,
  normal: 5,
  not_evaluated: 6,
  disabled: 7,
};

/** What is watched and how it stands; what fires or cannot be evaluated comes first. */
export function RuleListPage({ rules, mayWrite, now, timeZone }: Props) {
  const sorted = rules.toSorted((a, b) => rank[a.status] - rank[b.status] || a.name.localeCompare(b.name));
  const headline = rulesHeadline(rules);
  const add = mayWrite ? (
    <LinkButton href="/rules/new" variant="primary">
      <Plus aria-hidden="true" strokeWidth={1.75} className="size-4" />
      New rule
    </LinkButton>
  ) : null;
  return (
    <div className="grid gap-8">
      <PageHead title={headline.title} sentence={headline.sentence} actions={add} />
      <DataTable
        caption="Alert rules"
        rows={sorted}
        rowKey={(rule) => rule.id}
        rowHref={(rule) => `/rules/${rule.id}`}
        empty={
          <EmptyState
            title="No alert rules yet"
            sentence="A rule watches a KPI or a metric of a model and opens an incident when it leaves its limits."
            action={mayWrite ? <LinkButton href="/rules/new">New rule</LinkButton> : null}
          />
        }
        columns={[
          { key: "name", header: "Rule", cell: (rule) => rule.name },
          { key: "status", header: "Status", width: 130, cell: (rule) => <RuleStatus status={rule.status} severity={rule.severity} /> },
          { key: "summary", header: "Watches", from: "lg", cell: (rule) => <span className="text-ink-muted">{rule.summary}</span> },
          { key: "value", header: "Last value", align: "right", width: 100, cell: (rule) => metric(rule.lastValue) },
          {
            key: "evaluated",
            header: "Evaluated",
            align: "right",
            width: 120,
            from: "md",
            cell: (rule) => <RelativeTime at={rule.lastEvaluatedAt} now={now} timeZone={timeZone} />,
          },
        ]}
      />
    </div>
  );
}
