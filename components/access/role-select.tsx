"use client";

import { useWrite } from "#components/forms/use-write";
import { Select } from "#components/ui/select";
import { nothing, request } from "#lib/client/api";
import { roles } from "#lib/domain/access/permissions";
import type { Person } from "#lib/domain/access/person";
import { roleWords } from "#lib/domain/access/role-words";

export function RoleSelect({ person }: { person: Person }) {
  const change = useWrite({
    write: (role: string) => request("PATCH", `/api/v1/users/${person.id}`, nothing, { body: { role } }),
    done: `The role of ${person.name} has changed. It works at once.`,
  });
  return (
    <Select
      label={`Role of ${person.name}`}
      hideLabel
      value={person.role}
      disabled={change.pending || person.disabled}
      onChange={(event) => change.run(event.target.value)}
      options={roles.map((role) => ({ value: role, label: roleWords[role] }))}
    />
  );
}
