import type { Metadata } from "next";
import { PeoplePage } from "#components/access/people-page";
import { Refusal } from "#components/ui/refusal";
import { listInvitations, listPeople } from "#lib/server/people/list";
import { pageCaller } from "#lib/server/session/page-caller";
import { isRefused, pageData } from "#lib/server/session/page-data";
import { pageTimeZone } from "#lib/server/session/page-time-zone";

export const metadata: Metadata = { title: "People and roles" };

export default async function People() {
  const [people, invitations, caller, timeZone] = await Promise.all([
    pageData(listPeople, {}),
    pageData(listInvitations, {}),
    pageCaller(),
    pageTimeZone(),
  ]);
  return (
    <>
      {isRefused(people) ? (
        <Refusal code={people.refused.code} message={people.refused.message} />
      ) : (
        <PeoplePage
          people={people.items}
          invitations={isRefused(invitations) ? [] : invitations.items}
          me={caller.actor.id}
          now={caller.now.toISOString()}
          timeZone={timeZone}
        />
      )}
    </>
  );
}
