import type { Metadata } from "next";
import { AnalysisRefusal } from "#components/analysis/analysis-refusal";
import { ExplainPage } from "#components/analysis/explain-page";
import { can } from "#lib/domain/access/permissions";
import { selectedWindow } from "#lib/domain/models/page-query";
import { readExplainability } from "#lib/server/analysis/explainability";
import { type PageSearch, pageView } from "#lib/server/overview/page-view";
import { isRefused, pageData } from "#lib/server/session/page-data";

export const metadata: Metadata = { title: "Explain" };

type Props = { params: Promise<{ slug: string }>; searchParams: PageSearch };

export default async function Explain({ params, searchParams }: Props) {
  const { slug } = await params;
  const { query, asked, frame, caller, timeZone } = await pageView(slug, searchParams);
  const answer = await pageData(readExplainability, asked);
  if (isRefused(answer))
    return (
      <AnalysisRefusal
        code={answer.refused.code}
        message={answer.refused.message}
        what="What decisions rest on"
        backHref={`/models/${slug}`}
      />
    );
  return (
    <ExplainPage
      slug={slug}
      query={query}
      frame={frame}
      answer={answer}
      selected={selectedWindow(answer.windows, query.at, ({ predictions }) => predictions > 0)}
      mayWrite={can(caller.actor.role, "data:write")}
      timeZone={timeZone}
    />
  );
}
