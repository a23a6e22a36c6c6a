import type { Metadata } from "next";
import { PageCrumbs } from "#components/layout/page-crumbs";
import { RegisterForm } from "#components/registration/register-form";
import { Refusal } from "#components/ui/refusal";
import { can } from "#lib/domain/access/permissions";
import { pageCaller } from "#lib/server/session/page-caller";
import { isRefused, pageData } from "#lib/server/session/page-data";
import { pageTimeZone } from "#lib/server/session/page-time-zone";
import { listTeams } from "#lib/server/teams/list";

export const metadata: Metadata = { title: "Register a model" };

export default async function NewModel() {
  const [teams, caller, timeZone] = await Promise.all([pageData(listTeams, {}), pageCaller(), pageTimeZone()]);
  const crumbs = <PageCrumbs items={[{ label: "Register" }]} />;
  if (isRefused(teams))
    return (
      <>
        {crumbs}
        <Refusal code={teams.refused.code} message={teams.refused.message} />
      </>
    );
  if (!can(caller.actor.role, "model:write"))
    return (
      <>
        {crumbs}
        <Refusal code="forbidden" message="Models are registered by data scientists, engineers and administrators. Ask one of them." />
      </>
    );
  const choices = teams.items.map(({ slug, name }) => ({ slug, name }));
  return (
    <>
      {crumbs}
      {/* The team "default" is made when it is first needed. */}
      <RegisterForm teams={choices.length > 0 ? choices : [{ slug: "default", name: "Default" }]} timeZone={timeZone} />
    </>
  );
}
