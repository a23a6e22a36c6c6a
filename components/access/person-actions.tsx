"use client";

import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { z } from "zod";
import { useWrite } from "#components/forms/use-write";
import { Dialog } from "#components/ui/dialog";
import { IconButton } from "#components/ui/icon-button";
import { Menu } from "#components/ui/menu";
import { nothing, request } from "#lib/client/api";
import type { Person } from "#lib/domain/access/person";
import { SecretOnce } from "./secret-once.tsx";

const LinkAnswer = z.object({ url: z.string() });

export function PersonActions({ person, me }: { person: Person; me: string }) {
  const [link, setLink] = useState<string | null>(null);
  const stand = useWrite({
    write: (disabled: boolean) => request("PATCH", `/api/v1/users/${person.id}`, nothing, { body: { disabled } }),
    done: person.disabled ? `${person.name} may sign in again.` : `${person.name} is signed out everywhere and cannot sign in.`,
  });
  const reset = useWrite({
    write: () => request("POST", `/api/v1/users/${person.id}/reset-password`, LinkAnswer),
    onDone: ({ url }) => setLink(url),
  });
  return (
    <>
      <Menu
        trigger={
          <IconButton label={`Actions for ${person.name}`}>
            <Ellipsis aria-hidden="true" strokeWidth={1.75} className="size-4" />
          </IconButton>
        }
        entries={[
          { label: "Make a link for a new password", onSelect: () => reset.run(undefined), disabled: person.disabled },
          person.disabled
            ? { label: "Let sign in again", onSelect: () => stand.run(false), apart: true }
            : { label: "Disable", onSelect: () => stand.run(true), apart: true, disabled: person.id === me },
        ]}
      />
      <Dialog title={`A new password for ${person.name}`} open={link !== null} onOpenChange={(open) => (open ? null : setLink(null))}>
        {link ? <SecretOnce what="link" secret={link} hint="It works once and for one day. Send it over a channel you trust." /> : null}
      </Dialog>
    </>
  );
}
