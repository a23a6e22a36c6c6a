import { TextLink } from "#components/ui/text-link";
import { VerdictMark } from "#components/ui/verdict-mark";
import type { PointKey, Proposal as Proposed } from "#lib/domain/models/watch-catalogue";
import { ProposalActions } from "./proposal-actions.tsx";
import { listed } from "./watch-sentence.ts";

export type ShownProposal = Proposed & { status: "proposed" | "accepted" | "dismissed"; kpi: string | null };
type Props = { slug: string; proposals: readonly ShownProposal[]; pointNames: Partial<Record<PointKey, string>>; mayDecide: boolean };

const groups = [
  { status: "proposed", title: "Proposed" },
  { status: "accepted", title: "Watched" },
  { status: "dismissed", title: "Dismissed" },
] as const;

/** KPIs that make sense for this model: to be accepted or dismissed. */
export function ProposalList({ slug, proposals, pointNames, mayDecide }: Props) {
  return (
    <div className="mt-3 grid gap-6">
      {groups.map(({ status, title }) => {
        const shown = proposals.filter((proposal) => proposal.status === status);
        if (shown.length === 0) return null;
        return (
          <div key={status}>
            <h3 className="text-small text-ink-faint">
              {title} <span className="num">{shown.length}</span>
            </h3>
            <ul className="mt-1 border-t border-line">
              {shown.map((proposal) => (
                <li key={proposal.key} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line py-3">
                  <div className="max-w-[72ch] min-w-0">
                    <p className="font-medium">
                      {proposal.kpi ? (
                        <TextLink plain href={`/kpis/${proposal.kpi}`}>
                          {proposal.name}
                        </TextLink>
                      ) : (
                        proposal.name
                      )}
                    </p>
                    <p className="text-ink-muted">{proposal.why}</p>
                    <Readiness proposal={proposal} pointNames={pointNames} />
                  </div>
                  {mayDecide ? <ProposalActions slug={slug} proposalKey={proposal.key} name={proposal.name} status={status} /> : null}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}

function Readiness({ proposal, pointNames }: { proposal: ShownProposal; pointNames: Props["pointNames"] }) {
  if (proposal.status === "dismissed") return null;
  if (proposal.ready)
    return proposal.status === "proposed" ? <VerdictMark kind="ok" word="Can be read today" className="text-small" /> : null;
  const needs = listed(proposal.needs.map((key) => (pointNames[key] ?? key).toLowerCase()));
  return <VerdictMark kind="no_data" word={`Needs ${needs}`} className="text-small whitespace-normal" />;
}
