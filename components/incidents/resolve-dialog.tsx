"use client";

import type { FormEvent } from "react";
import { useWrite } from "#components/forms/use-write";
import { Button } from "#components/ui/button";
import { Dialog } from "#components/ui/dialog";
import { Select } from "#components/ui/select";
import { TextArea } from "#components/ui/text-area";
import { actOnIncident } from "#lib/client/incidents";

const reasons = ["Fixed", "Data changed", "Known and accepted", "False alarm", "Limit was set badly"];

/** How it ended, for whoever meets it again. */
export function ResolveDialog({ id, open, onOpenChange }: { id: string; open: boolean; onOpenChange: (open: boolean) => void }) {
  const resolve = useWrite({
    write: (body: { reason: string; comment?: string }) => actOnIncident(id, "resolve", body),
    done: "Resolved",
    changes: ["incidents"],
    onDone: () => onOpenChange(false),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const comment = String(form.get("comment") ?? "").trim();
    resolve.run({ reason: String(form.get("reason")), ...(comment ? { comment } : {}) });
  };
  return (
    <Dialog
      title="Resolve"
      description="It stays resolved even if it still fires, until it was normal once and fires anew."
      open={open}
      onOpenChange={onOpenChange}
    >
      <form onSubmit={submit} className="grid gap-4">
        <Select
          label="Reason"
          name="reason"
          options={reasons.map((reason) => ({ value: reason, label: reason }))}
          error={resolve.fields.reason}
        />
        <TextArea label="Comment" name="comment" help="What was wrong and what was done. Markdown works." error={resolve.fields.comment} />
        <Button type="submit" variant="primary" pending={resolve.pending}>
          Resolve
        </Button>
      </form>
    </Dialog>
  );
}
