"use client";

import { Check, CircleCheck, Ellipsis, Moon, RefreshCw, UserPlus } from "lucide-react";
import { useState } from "react";
import { useWrite } from "#components/forms/use-write";
import { Button } from "#components/ui/button";
import { IconButton } from "#components/ui/icon-button";
import { Kbd } from "#components/ui/kbd";
import { Menu } from "#components/ui/menu";
import { actOnIncident, type IncidentVerb } from "#lib/client/incidents";
import { useShortcut } from "#lib/client/use-shortcut";
import type { IncidentWorkflow } from "#lib/domain/incidents/incident";
import { ResolveDialog } from "./resolve-dialog.tsx";

type Props = { id: string; workflow: IncidentWorkflow; assignee: string | null; me: { id: string; name: string }; now: string };
type Act = { verb: IncidentVerb; body?: Record<string, unknown>; done: string };

const icon = { "aria-hidden": true as const, strokeWidth: 1.75, className: "size-4" };
const hours = (from: string, count: number) => new Date(Date.parse(from) + count * 3_600_000).toISOString();

/** What can be done now; the next sensible step is the filled button, and A does it from the keyboard. */
export function IncidentActions({ id, workflow, assignee, me, now }: Props) {
  const [resolving, setResolving] = useState(false);
  const act = useWrite({ write: ({ verb, body }: Act) => actOnIncident(id, verb, body), changes: ["incidents"] });
  const [told, setTold] = useState("");
  const run = (what: Act) => {
    setTold(what.done);
    act.run(what);
  };
  const acknowledge = () => run({ verb: "acknowledge", done: "Acknowledged" });
  const mayAcknowledge = workflow === "open" || workflow === "snoozed";
  useShortcut("a", () => {
    if (mayAcknowledge && !act.pending) acknowledge();
  });

  if (workflow === "resolved")
    return (
      <Button variant="primary" pending={act.pending} onClick={() => run({ verb: "reopen", done: "Reopened" })}>
        <RefreshCw {...icon} />
        Reopen
      </Button>
    );
  return (
    <>
      {mayAcknowledge ? (
        <Button variant="primary" pending={act.pending} onClick={acknowledge} className="max-sm:w-full">
          <Check {...icon} />
          Acknowledge
          <Kbd onAccent>A</Kbd>
        </Button>
      ) : (
        <Button variant="primary" onClick={() => setResolving(true)} className="max-sm:w-full">
          <CircleCheck {...icon} />
          Resolve
        </Button>
      )}
      {assignee === me.id ? null : (
        <Button pending={act.pending} onClick={() => run({ verb: "assign", body: { user: me.id }, done: "Assigned to you" })}>
          <UserPlus {...icon} />
          Assign to me
        </Button>
      )}
      <Menu
        trigger={
          <Button>
            <Moon {...icon} />
            Snooze
          </Button>
        }
        entries={[
          { label: "For 1 hour", onSelect: () => run({ verb: "snooze", body: { until: hours(now, 1) }, done: "Snoozed" }) },
          { label: "For 8 hours", onSelect: () => run({ verb: "snooze", body: { until: hours(now, 8) }, done: "Snoozed" }) },
          { label: "For 3 days", onSelect: () => run({ verb: "snooze", body: { until: hours(now, 72) }, done: "Snoozed" }) },
        ]}
      />
      <Menu
        trigger={
          <IconButton label="More actions">
            <Ellipsis {...icon} />
          </IconButton>
        }
        entries={[
          { label: "Resolve …", onSelect: () => setResolving(true) },
          ...(workflow === "acknowledged"
            ? [{ label: "Take the acknowledgement back", onSelect: () => run({ verb: "unacknowledge", done: "No longer acknowledged" }) }]
            : []),
          ...(assignee === null
            ? []
            : [{ label: "Assign to nobody", onSelect: () => run({ verb: "assign", done: "Assigned to nobody" }) }]),
        ]}
      />
      <ResolveDialog id={id} open={resolving} onOpenChange={setResolving} />
      <span role="status" className="sr-only">
        {act.pending ? "" : told}
      </span>
    </>
  );
}
