"use client";

import { UserPlus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { z } from "zod";
import { useWrite } from "#components/forms/use-write";
import { Button } from "#components/ui/button";
import { Dialog } from "#components/ui/dialog";
import { Select } from "#components/ui/select";
import { TextField } from "#components/ui/text-field";
import { request } from "#lib/client/api";
import { type Role, roles } from "#lib/domain/access/permissions";
import { roleSentences, roleWords } from "#lib/domain/access/role-words";
import { SecretOnce } from "./secret-once.tsx";

const Answer = z.object({ url: z.string() });

/** Makes a link that lets one person in, with a role chosen here. */
export function InviteDialog() {
  const [open, setOpen] = useState(false);
  const [role, setRole] = useState<Role>("stakeholder");
  const [link, setLink] = useState<string | null>(null);
  const invite = useWrite({
    write: (email: string) => request("POST", "/api/v1/invitations", Answer, { body: { role, ...(email ? { email } : {}) } }),
    onDone: ({ url }) => setLink(url),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    invite.run(String(new FormData(event.currentTarget).get("email") ?? "").trim());
  };
  return (
    <Dialog
      title="Invite by link"
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setLink(null);
      }}
      trigger={
        <Button variant="primary">
          <UserPlus aria-hidden="true" strokeWidth={1.75} className="size-4" />
          Invite
        </Button>
      }
    >
      {link ? (
        <SecretOnce what="link" secret={link} hint="It works once and for seven days. Whoever opens it gets the role you chose." />
      ) : (
        <form onSubmit={submit} className="grid gap-4">
          <TextField
            label="E-mail"
            name="email"
            type="email"
            help="Leave it empty to let the person type it."
            error={invite.fields.email}
          />
          <Select
            label="Role"
            value={role}
            onChange={(event) => setRole(roles.find((known) => known === event.target.value) ?? "stakeholder")}
            options={roles.map((known) => ({ value: known, label: roleWords[known] }))}
            help={roleSentences[role]}
            error={invite.fields.role}
          />
          <Button type="submit" variant="primary" pending={invite.pending}>
            Make the link
          </Button>
        </form>
      )}
    </Dialog>
  );
}
