import { PageHead } from "#components/ui/page-head";
import { PropertyList } from "#components/ui/property-list";
import { SectionHead } from "#components/ui/section-head";
import { TextLink } from "#components/ui/text-link";
import type { Role } from "#lib/domain/access/permissions";
import { roleSentences, roleWords } from "#lib/domain/access/role-words";
import { PasswordForm } from "./password-form.tsx";
import { SignOutEverywhere } from "./sign-out-everywhere.tsx";

type Props = { name: string; role: Role; email: string | null; team: string | null; mayUseTokens: boolean; timeZone: string };

/** What a person may change about the own sign-in. */
export function AccountPage({ name, role, email, team, mayUseTokens, timeZone }: Props) {
  return (
    <div className="grid max-w-[880px] gap-12">
      <PageHead
        title={name}
        sentence={`${roleWords[role]}${team ? ` in ${team}` : " for the whole organisation"}. ${roleSentences[role]}`}
      />
      <PropertyList
        items={[
          { name: "E-mail", value: email ?? "none" },
          { name: "Role", value: roleWords[role] },
          { name: "Team", value: team ?? "Whole organisation" },
          { name: "Time zone", value: `${timeZone}, as this browser says` },
        ]}
      />
      <section className="grid gap-3">
        <SectionHead
          title="Password"
          sentence="After the change you are signed out everywhere, here as well, and sign in with the new one."
        />
        <PasswordForm email={email ?? ""} />
      </section>
      <section className="grid justify-items-start gap-3">
        <SectionHead title="Sessions" sentence="Use this when a device was lost or a browser was left signed in." />
        <SignOutEverywhere />
      </section>
      {mayUseTokens ? (
        <section className="grid gap-3">
          <SectionHead title="Tokens" sentence="Scripts and services sign in with a token of their own, never with your password." />
          <p>
            <TextLink href="/tokens">Make or revoke tokens</TextLink>
          </p>
        </section>
      ) : null}
    </div>
  );
}
