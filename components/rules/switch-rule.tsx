"use client";

import { useWrite } from "#components/forms/use-write";
import { Button } from "#components/ui/button";
import { nothing, request } from "#lib/client/api";

export function SwitchRule({ id, name, enabled }: { id: string; name: string; enabled: boolean }) {
  const change = useWrite({
    write: () => request("PATCH", `/api/v1/alert-rules/${id}`, nothing, { body: { enabled: !enabled } }),
    done: enabled ? `${name} is off. What fired has ended.` : `${name} is on.`,
  });
  return (
    <Button pending={change.pending} onClick={() => change.run(undefined)}>
      {enabled ? "Switch off" : "Switch on"}
    </Button>
  );
}
