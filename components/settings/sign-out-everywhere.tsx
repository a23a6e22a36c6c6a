"use client";

import { signOut } from "next-auth/react";
import { useWrite } from "#components/forms/use-write";
import { Button } from "#components/ui/button";
import { Dialog } from "#components/ui/dialog";
import { nothing, request } from "#lib/client/api";

/** Clears this browser's cookie too: its session has ended on the server already. */
export const signOutHere = () => signOut({ callbackUrl: "/login" });

/** Ends every session of the signed-in person, this one included. */
export function SignOutEverywhere() {
  const end = useWrite({
    write: () => request("DELETE", "/api/v1/me/sessions", nothing),
    onDone: () => signOutHere(),
  });
  return (
    <Dialog
      title="Sign out everywhere?"
      description="Every browser in which you are signed in is signed out at once, this one too. Tokens go on working."
      trigger={<Button>Sign out everywhere</Button>}
      footer={
        <Button variant="primary" pending={end.pending} onClick={() => end.run(undefined)}>
          Sign out everywhere
        </Button>
      }
    />
  );
}
