import type { Metadata } from "next";
import { PageCrumbs } from "#components/layout/page-crumbs";
import { AccountPage } from "#components/settings/account-page";
import { Refusal } from "#components/ui/refusal";
import { can } from "#lib/domain/access/permissions";
import { readMe } from "#lib/server/people/me";
import { pageCaller } from "#lib/server/session/page-caller";
import { isRefused, pageData } from "#lib/server/session/page-data";
import { pageTimeZone } from "#lib/server/session/page-time-zone";

export const metadata: Metadata = { title: "Account" };

export default async function Account() {
  const [me, caller, timeZone] = await Promise.all([pageData(readMe, {}), pageCaller(), pageTimeZone()]);
  return (
    <>
      <PageCrumbs items={[{ label: "Account" }]} />
      {isRefused(me) ? (
        <Refusal code={me.refused.code} message={me.refused.message} />
      ) : (
        <AccountPage
          name={me.actor.name}
          role={me.actor.role}
          email={me.person?.email ?? null}
          team={me.person?.team?.name ?? null}
          mayUseTokens={can(caller.actor.role, "data:write")}
          timeZone={timeZone}
        />
      )}
    </>
  );
}
