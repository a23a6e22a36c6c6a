import type { Metadata } from "next";
import type { ReactNode } from "react";
import { LiveRefresh } from "#components/analysis/live-refresh";
import { PageCrumbs } from "#components/layout/page-crumbs";
import { ModelControls } from "#components/models/model-controls";
import { ModelHead } from "#components/models/model-head";
import { ModelTabs } from "#components/models/model-tabs";
import { Refusal } from "#components/ui/refusal";
import { count } from "#lib/client/format";
import { can } from "#lib/domain/access/permissions";
import { listIncidents } from "#lib/server/incidents/list";
import { listVersions } from "#lib/server/models/versions";
import { pageModel, pageModelRow } from "#lib/server/overview/page-view";
import { listRules } from "#lib/server/rules/list";
import { pageCaller } from "#lib/server/session/page-caller";
import { isRefused, pageData } from "#lib/server/session/page-data";

type Props = { params: Promise<{ slug: string }>; children: ReactNode };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { model } = await pageModel((await params).slug);
  return { title: { default: model.name, template: `%s · ${model.name} · Modelwatch` } };
}

export default async function ModelLayout({ params, children }: Props) {
  const { slug } = await params;
  const caller = await pageCaller();
  const may = (permission: Parameters<typeof can>[1]) => can(caller.actor.role, permission);
  const [{ model, frame }, row, versions, rules, incidents] = await Promise.all([
    pageModel(slug),
    pageModelRow(slug),
    pageData(listVersions, { slug }),
    pageData(listRules, { model: slug, limit: 2 }),
    pageData(listIncidents, { model: slug, workflow: "unresolved", limit: 20 }),
  ]);
  if (isRefused(row)) return <Refusal code={row.refused.code} message={row.refused.message} />;
  const { reference } = model;
  const fired = isRefused(incidents) ? null : (incidents.items.find(({ number }) => number === row?.incidents.number)?.rule ?? null);
  const onlyRule = !isRefused(rules) && rules.items.length === 1 ? (rules.items[0]?.id ?? null) : null;
  return (
    <>
      <PageCrumbs items={[{ label: model.name }]} />
      <LiveRefresh />
      {row ? <ModelHead row={row} rule={fired ?? onlyRule} may={{ editRules: may("rule:write"), upload: may("data:write") }} /> : null}
      <div className="mt-5 mb-6">
        <ModelTabs slug={model.slug} drifted={row?.drift?.drifted ?? 0} analysis={may("analysis:read")} mayWrite={may("model:write")} />
        {may("analysis:read") ? (
          <ModelControls
            slug={model.slug}
            modelWindow={model.window}
            versions={isRefused(versions) ? [] : versions.items}
            segments={frame.segments}
            baseline={reference ? `reference ${reference.version}, ${count(reference.rows)} rows` : "none yet"}
          />
        ) : null}
      </div>
      {children}
    </>
  );
}
