import { Chip } from "#components/ui/chip";
import { DataTable } from "#components/ui/data-table";
import { PageHead } from "#components/ui/page-head";
import { RelativeTime } from "#components/ui/relative-time";
import { SectionHead } from "#components/ui/section-head";
import { isRole } from "#lib/domain/access/permissions";
import type { PendingInvitation, Person } from "#lib/domain/access/person";
import { roleSentences, roleWords } from "#lib/domain/access/role-words";
import { InviteDialog } from "./invite-dialog.tsx";
import { PersonActions } from "./person-actions.tsx";
import { RevokeInvitation } from "./revoke-invitation.tsx";
import { RoleSelect } from "./role-select.tsx";

type Props = { people: Person[]; invitations: PendingInvitation[]; me: string; now: string; timeZone: string };

/** Who may see and change what, and who is still to come. */
export function PeoplePage({ people, invitations, me, now, timeZone }: Props) {
  const active = people.filter((person) => !person.disabled);
  const admins = active.filter((person) => person.role === "admin").length;
  return (
    <div className="grid gap-12">
      <PageHead
        title={`${active.length} ${active.length === 1 ? "person has" : "people have"} access`}
        sentence={`${admins} ${admins === 1 ? "is an administrator" : "are administrators"}. A change of role works at once, in sessions that are open too.`}
        actions={<InviteDialog />}
      />
      <DataTable
        caption="People"
        rows={people}
        rowKey={(person) => person.id}
        columns={[
          {
            key: "name",
            header: "Person",
            bare: true,
            cell: (person) => (
              <span className="flex flex-wrap items-center gap-2">
                <span className="font-medium">{person.name}</span>
                {person.disabled ? <Chip>disabled</Chip> : null}
                {person.id === me ? <Chip tone="accent">you</Chip> : null}
                <span className="basis-full text-small text-ink-muted">{person.email}</span>
              </span>
            ),
          },
          { key: "role", header: "Role", width: 220, cell: (person) => <RoleSelect person={person} /> },
          { key: "team", header: "Team", from: "lg", cell: (person) => person.team?.name ?? "Whole organisation" },
          {
            key: "seen",
            header: "Last sign-in",
            from: "md",
            cell: (person) => (person.lastSignInAt ? <RelativeTime at={person.lastSignInAt} now={now} timeZone={timeZone} /> : "never"),
          },
          {
            key: "actions",
            header: "",
            align: "right",
            width: 60,
            bare: true,
            cell: (person) => <PersonActions person={person} me={me} />,
          },
        ]}
      />
      <section>
        <SectionHead title="Open invitations" sentence="A link works once and for seven days." />
        <div className="mt-3">
          <DataTable
            caption="Open invitations"
            rows={invitations}
            rowKey={(row) => row.id}
            empty={<p className="text-ink-muted">None. Invite somebody with the button above.</p>}
            columns={[
              { key: "who", header: "For", bare: true, cell: (row) => row.name },
              { key: "role", header: "Role", cell: (row) => (isRole(row.role) ? roleWords[row.role] : row.role) },
              { key: "team", header: "Team", from: "md", cell: (row) => row.team ?? "Whole organisation" },
              { key: "until", header: "Ends", cell: (row) => <RelativeTime at={row.expiresAt} now={now} timeZone={timeZone} /> },
              { key: "actions", header: "", align: "right", bare: true, cell: (row) => <RevokeInvitation id={row.id} name={row.name} /> },
            ]}
          />
        </div>
      </section>
      <section>
        <SectionHead title="What each role may do" sentence="Each role includes the one before it." />
        <dl className="mt-3 grid max-w-[80ch] gap-x-6 gap-y-2 md:grid-cols-[160px_1fr]">
          {Object.entries(roleWords).map(([role, word]) => (
            <div key={role} className="contents">
              <dt className="font-medium">{word}</dt>
              <dd className="text-ink-muted">{isRole(role) ? roleSentences[role] : null}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
