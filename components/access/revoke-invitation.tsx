"use client";

import { useWrite } from "#components/forms/use-write";
import { Button } from "#components/ui/button";
import { nothing, request } from "#lib/client/api";

export function RevokeInvitation({ id, name }: { id: string; name: string }) {
  const revoke = useWrite({
    write: () => request("DELETE", `/api/v1/invitations/${id}`, nothing),
    done: `The invitation for ${name} no longer works.`,
  });
  return (
    <Button
      variant="quiet"
      pending={revoke.pending}
      onClick={() => revoke.run(undefined)}
      aria-label={`Withdraw the invitation for ${name}`}
    >
      Withdraw
    </Button>
  );
}
