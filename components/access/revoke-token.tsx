"use client";

import { useWrite } from "#components/forms/use-write";
import { Button } from "#components/ui/button";
import { Dialog } from "#components/ui/dialog";
import { nothing, request } from "#lib/client/api";

export function RevokeToken({ id, name, all }: { id: string; name: string; all: boolean }) {
  const revoke = useWrite({
    write: () => request("DELETE", `/api/v1/${all ? "" : "me/"}tokens/${id}`, nothing),
    done: `The token ${name} no longer works.`,
  });
  return (
    <Dialog
      title={`Revoke ${name}?`}
      description="What uses it stops at once and cannot be given it back: make a new one instead."
      trigger={
        <Button variant="quiet" aria-label={`Revoke ${name}`}>
          Revoke
        </Button>
      }
      footer={
        <Button variant="primary" pending={revoke.pending} onClick={() => revoke.run(undefined)}>
          Revoke
        </Button>
      }
    />
  );
}
