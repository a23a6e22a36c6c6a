import { VerdictMark } from "#components/ui/verdict-mark";
import type { RuleAnswer } from "#lib/domain/alerts/rule-answer";

/** How a rule stands: icon and word. */
export function RuleStatus({ status, severity }: { status: RuleAnswer["status"]; severity: "warning" | "critical" }) {
  switch (status) {
    case "firing":
      return <VerdictMark kind={severity} word="Firing" />;
    case "recovering":
      return <VerdictMark kind="warning" word="Recovering" />;
    case "pending":
      return <VerdictMark kind="pending" word="Pending" />;
    case "error":
      return <VerdictMark kind="warning" word="Error" />;
    case "no_data":
      return <VerdictMark kind="no_data" word="No data" />;
    case "normal":
      return <VerdictMark kind="ok" word="Normal" />;
    case "disabled":
      return <VerdictMark kind="no_data" word="Off" />;
    case "not_evaluated":
      return <VerdictMark kind="pending" word="Not yet run" />;
  }
}
