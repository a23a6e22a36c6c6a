"use client";

import { KeyRound } from "lucide-react";
import { type FormEvent, useState } from "react";
import { z } from "zod";
import { useWrite } from "#components/forms/use-write";
import { Button } from "#components/ui/button";
import { Dialog } from "#components/ui/dialog";
import { Select } from "#components/ui/select";
import { TextField } from "#components/ui/text-field";
import { request } from "#lib/client/api";
import { mayGrant, type Role, roles } from "#lib/domain/access/permissions";
import { roleSentences, roleWords } from "#lib/domain/access/role-words";
import { SecretOnce } from "./secret-once.tsx";

const Answer = z.object({ token: z.string() });
const lifetimes = [
  { value: "30d", label: "30 days" },
  { value: "90d", label: "90 days" },
  { value: "365d", label: "1 year" },
  { value: "", label: "Never" },
];

export function TokenDialog({ role: own }: { role: Role }) {
  const grantable = roles.filter((role) => mayGrant(own, role));
  const [role, setRole] = useState<Role>(grantable[1] ?? "stakeholder");
  const [token, setToken] = useState<string | null>(null);
  const create = useWrite({
    write: (body: Record<string, string>) => request("POST", "/api/v1/me/tokens", Answer, { body }),
    onDone: (answer) => setToken(answer.token),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const expires = String(form.get("expires") ?? "");
    create.run({ name: String(form.get("name") ?? ""), role, ...(expires ? { expires } : {}) });
  };
  return (
    <Dialog
      title="New token"
      onOpenChange={(open) => (open ? setToken(null) : null)}
      trigger={
        <Button variant="primary">
          <KeyRound aria-hidden="true" strokeWidth={1.75} className="size-4" />
          New token
        </Button>
      }
    >
      {token ? (
        <SecretOnce what="token" secret={token} hint="Send it as Authorization: Bearer … with each request." />
      ) : (
        <form onSubmit={submit} className="grid gap-4">
          <TextField
            label="Name"
            name="name"
            required
            help="Say what will use it, such as ci or scoring-service."
            error={create.fields.name}
          />
          <Select
            label="Role"
            value={role}
            onChange={(event) => setRole(roles.find((known) => known === event.target.value) ?? "stakeholder")}
            options={grantable.map((known) => ({ value: known, label: roleWords[known] }))}
            help={roleSentences[role]}
            error={create.fields.role}
          />
          <Select label="Expires" name="expires" defaultValue="90d" options={lifetimes} error={create.fields.expires} />
          <Button type="submit" variant="primary" pending={create.pending}>
            Make the token
          </Button>
        </form>
      )}
    </Dialog>
  );
}
