import type { Metadata } from "next";
import { AnalysisRefusal } from "#components/analysis/analysis-refusal";
import { FeaturePage } from "#components/drift/feature-page";
import { can } from "#lib/domain/access/permissions";
import { columnName } from "#lib/domain/models/model-words";
import { readFeatureHistory } from "#lib/server/overview/feature-history";
import { type PageSearch, pageView } from "#lib/server/overview/page-view";
import { isRefused, pageData } from "#lib/server/session/page-data";

type Props = { params: Promise<{ slug: string; feature: string }>; searchParams: PageSearch };

/** Addresses carry names of columns encoded; one that was not encoded well is taken as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: columnName(decoded((await params).feature)) };
}

export default async function Feature({ params, searchParams }: Props) {
  const { slug, feature: encoded } = await params;
  const feature = decoded(encoded);
  const { query, asked, frame, caller, timeZone } = await pageView(slug, searchParams);
  const history = await pageData(readFeatureHistory, { ...asked, feature, ...(query.at ? { at: query.at } : {}) });
  if (isRefused(history))
    return (
      <AnalysisRefusal code={history.refused.code} message={history.refused.message} what="This column" backHref={`/models/${slug}`} />
    );
  return (
    <FeaturePage
      {...history}
      slug={slug}
      query={query}
      feature={feature}
      frame={frame}
      mayWrite={can(caller.actor.role, "data:write")}
      timeZone={timeZone}
    />
  );
}
