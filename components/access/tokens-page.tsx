import { Chip } from "#components/ui/chip";
import { DataTable } from "#components/ui/data-table";
import { EmptyState } from "#components/ui/empty-state";
import { PageHead } from "#components/ui/page-head";
import { RelativeTime } from "#components/ui/relative-time";
import { isRole, type Role } from "#lib/domain/access/permissions";
import type { TokenSummary } from "#lib/domain/access/person";
import { roleWords } from "#lib/domain/access/role-words";
import { RevokeToken } from "./revoke-token.tsx";
import { TokenDialog } from "./token-dialog.tsx";

type Props = { tokens: TokenSummary[]; all: boolean; role: Role; now: string; timeZone: string };

/** The keys of scripts and services: what each may do, who made it, whether it is used. */
export function TokensPage({ tokens, all, role, now, timeZone }: Props) {
  const active = tokens.filter((token) => token.status === "active").length;
  return (
    <div className="grid gap-8">
      <PageHead
        title={`${active} active ${active === 1 ? "token" : "tokens"}`}
        sentence={`Scripts and services sign in with a token. ${all ? "You see everybody's." : "You see your own."} Only a hash is stored; the token is shown once.`}
        actions={<TokenDialog role={role} />}
      />
      <DataTable
        caption="Tokens"
        rows={tokens}
        rowKey={(token) => token.id}
        empty={
          <EmptyState
            title="No tokens yet"
            sentence="Make one above, or on the machine itself:"
            command="npm run -s modelwatch -- token create --name ci --role scientist"
          />
        }
        columns={[
          {
            key: "name",
            header: "Token",
            bare: true,
            cell: (token) => (
              <span className="flex flex-wrap items-center gap-2">
                <span className="font-medium">{token.name}</span>
                {token.status === "active" ? null : <Chip>{token.status}</Chip>}
                <span className="basis-full font-mono text-small text-ink-muted">{token.prefix}…</span>
              </span>
            ),
          },
          { key: "role", header: "Role", cell: (token) => (isRole(token.role) ? roleWords[token.role] : token.role) },
          { key: "team", header: "Team", from: "lg", cell: (token) => token.team ?? "Whole organisation" },
          { key: "owner", header: "Made by", from: "lg", cell: (token) => token.owner ?? "command line" },
          {
            key: "used",
            header: "Last used",
            cell: (token) => (token.lastUsedAt ? <RelativeTime at={token.lastUsedAt} now={now} timeZone={timeZone} /> : "never"),
          },
          {
            key: "expires",
            header: "Expires",
            from: "md",
            cell: (token) => (token.expiresAt ? <RelativeTime at={token.expiresAt} now={now} timeZone={timeZone} /> : "never"),
          },
          {
            key: "actions",
            header: "",
            align: "right",
            bare: true,
            cell: (token) => (token.status === "revoked" ? null : <RevokeToken id={token.id} name={token.name} all={all} />),
          },
        ]}
      />
    </div>
  );
}
