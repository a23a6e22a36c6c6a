"use client";

import { useWrite } from "#components/forms/use-write";
import { Button } from "#components/ui/button";
import { decideWatch } from "#lib/client/watch";

type Props = { slug: string; proposalKey: string; name: string; status: "proposed" | "accepted" | "dismissed" };

/** Takes a proposal or leaves it; what was left can be taken up again. */
export function ProposalActions({ slug, proposalKey, name, status }: Props) {
  const decide = useWrite({
    write: (verb: "accept" | "dismiss" | "restore") => decideWatch(slug, { [verb]: [proposalKey] }).then(() => verb),
    done: (verb) =>
      verb === "accept"
        ? `${name} is a KPI now. Give it a target on its page.`
        : verb === "dismiss"
          ? `${name} is dismissed.`
          : `${name} is proposed again.`,
    changes: ["kpis"],
  });
  if (status === "accepted") return null;
  if (status === "dismissed")
    return (
      <Button variant="quiet" pending={decide.pending} aria-label={`Propose again: ${name}`} onClick={() => decide.run("restore")}>
        Propose again
      </Button>
    );
  return (
    <span className="flex gap-2">
      <Button pending={decide.pending} aria-label={`Accept ${name}`} onClick={() => decide.run("accept")}>
        Accept
      </Button>
      <Button variant="quiet" pending={decide.pending} aria-label={`Dismiss ${name}`} onClick={() => decide.run("dismiss")}>
        Dismiss
      </Button>
    </span>
  );
}
