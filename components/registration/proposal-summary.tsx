import { InlineAlert } from "#components/ui/inline-alert";
import { count } from "#lib/client/format";
import type { Proposal } from "#lib/client/registration";

const fields = [
  ["id", "id"],
  ["timestamp", "time"],
  ["version", "version"],
  ["score", "score"],
  ["prediction", "prediction"],
  ["label", "label"],
  ["latencyMs", "latency"],
  ["error", "error"],
] as const;

/** What the sample was taken for. */
export function ProposalSummary({ proposal }: { proposal: Proposal }) {
  const mapped = fields.flatMap(([field, word]) => {
    const column = proposal.mapping[field];
    return column ? [`${column} is the ${word}`] : [];
  });
  return (
    <div className="grid gap-1">
      <InlineAlert kind="ok" word="Proposed">
        {count(proposal.rows)} rows read, {count(proposal.features.length)} features found. {proposal.taskWhy} Change below what is not so.
      </InlineAlert>
      {mapped.length > 0 ? <p className="text-small text-ink-muted">In this file {mapped.join(", ")}.</p> : null}
    </div>
  );
}
