import type { Metadata } from "next";
import { ModelSettingsForm } from "#components/settings/model-settings-form";
import { Refusal } from "#components/ui/refusal";
import { draftOfModel } from "#lib/client/model-draft";
import { can } from "#lib/domain/access/permissions";
import { getModel } from "#lib/server/models/get";
import { pageCaller } from "#lib/server/session/page-caller";
import { isRefused, pageData } from "#lib/server/session/page-data";
import { listTeams } from "#lib/server/teams/list";

export const metadata: Metadata = { title: "Settings" };

export default async function ModelSettings({ params }: { params: Promise<{ slug: string }> }) {
  const [{ slug }, caller] = await Promise.all([params, pageCaller()]);
  if (!can(caller.actor.role, "model:write"))
    return (
      <Refusal
        level={2}
        code="forbidden"
        message="Settings are changed by data scientists, engineers and administrators. Ask one of them."
      />
    );
  const [model, teams] = await Promise.all([pageData(getModel, { slug }), pageData(listTeams, {})]);
  if (isRefused(model)) return <Refusal level={2} code={model.refused.code} message={model.refused.message} />;
  const choices = isRefused(teams) ? [{ slug: model.team, name: model.teamName }] : teams.items;
  return (
    <ModelSettingsForm
      slug={model.slug}
      name={model.name}
      draft={draftOfModel(model)}
      teams={choices.map((team) => ({ slug: team.slug, name: team.name }))}
      mayDelete={can(caller.actor.role, "data:erase")}
    />
  );
}
