import type { Metadata } from "next";
import { Refusal } from "#components/ui/refusal";
import { WatchPage } from "#components/watch/watch-page";
import { loggingCommand } from "#lib/client/logging-lines";
import { can } from "#lib/domain/access/permissions";
import { publicUrl } from "#lib/server/access/secret-link";
import { getModel } from "#lib/server/models/get";
import { readWatch } from "#lib/server/models/watch";
import { pageCaller } from "#lib/server/session/page-caller";
import { isRefused, pageData } from "#lib/server/session/page-data";

export const metadata: Metadata = { title: "What to watch" };

export default async function Watch({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const [model, watch, caller] = await Promise.all([pageData(getModel, { slug }), pageData(readWatch, { slug }), pageCaller()]);
  if (isRefused(model)) return <Refusal level={2} code={model.refused.code} message={model.refused.message} />;
  if (isRefused(watch)) return <Refusal level={2} code={watch.refused.code} message={watch.refused.message} />;
  const maySend = can(caller.actor.role, "data:write");
  const now = caller.now.toISOString();
  return (
    <WatchPage
      slug={model.slug}
      rows={watch.rows}
      points={watch.points.map((point) => ({ ...point, command: maySend ? loggingCommand(point.key, model, publicUrl(), now) : null }))}
      proposals={watch.kpis}
      may={{ decide: can(caller.actor.role, "kpi:write"), upload: maySend }}
    />
  );
}
