import type { Metadata } from "next";
import { VersionsPage } from "#components/models/versions-page";
import { Refusal } from "#components/ui/refusal";
import { can } from "#lib/domain/access/permissions";
import { listVersions } from "#lib/server/models/versions";
import { pageModel } from "#lib/server/overview/page-view";
import { readVersionMetrics } from "#lib/server/overview/version-metrics";
import { pageCaller } from "#lib/server/session/page-caller";
import { isRefused, pageData } from "#lib/server/session/page-data";
import { pageTimeZone } from "#lib/server/session/page-time-zone";

export const metadata: Metadata = { title: "Versions" };

export default async function Versions({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const [{ model, frame }, versions, measured, caller, timeZone] = await Promise.all([
    pageModel(slug),
    pageData(listVersions, { slug }),
    pageData(readVersionMetrics, { slug }),
    pageCaller(),
    pageTimeZone(),
  ]);
  if (isRefused(versions)) return <Refusal level={2} code={versions.refused.code} message={versions.refused.message} />;
  return (
    <VersionsPage
      model={model}
      versions={versions.items}
      spans={frame.versions}
      measured={isRefused(measured) ? null : measured}
      mayWrite={can(caller.actor.role, "model:write")}
      timeZone={timeZone}
    />
  );
}
