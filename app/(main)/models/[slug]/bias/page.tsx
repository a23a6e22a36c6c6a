import type { Metadata } from "next";
import { AnalysisRefusal } from "#components/analysis/analysis-refusal";
import { BiasPage } from "#components/bias/bias-page";
import { can } from "#lib/domain/access/permissions";
import { selectedWindow } from "#lib/domain/models/page-query";
import { readBias } from "#lib/server/analysis/bias";
import { type PageSearch, pageView } from "#lib/server/overview/page-view";
import { isRefused, pageData } from "#lib/server/session/page-data";

export const metadata: Metadata = { title: "Bias" };

type Props = { params: Promise<{ slug: string }>; searchParams: PageSearch };

type Counted = { predictions: number; status: string };
const hasRows = ({ predictions }: Counted) => predictions > 0;
const hasEnough = (window: Counted) => hasRows(window) && window.status !== "not_enough_data";

/** The newest window with enough rows to compare groups; where none has, the newest with any. */
const newestToJudge = (windows: readonly Counted[]) => (windows.some(hasEnough) ? hasEnough : hasRows);

export default async function Bias({ params, searchParams }: Props) {
  const { slug } = await params;
  const { model, query, asked, frame, caller, timeZone } = await pageView(slug, searchParams);
  const { attribute, base } = query;
  const answer = await pageData(readBias, { ...asked, ...(attribute ? { attribute } : {}), ...(base ? { baseGroup: base } : {}) });
  if (isRefused(answer))
    return (
      <AnalysisRefusal
        code={answer.refused.code}
        message={answer.refused.message}
        what="Rates of groups"
        many
        backHref={`/models/${slug}`}
      />
    );
  // with a window the answer is always a series
  if (!("windows" in answer)) return null;
  return (
    <BiasPage
      model={model}
      query={query}
      frame={frame}
      answer={answer}
      selected={selectedWindow(answer.windows, query.at, newestToJudge(answer.windows))}
      mayWrite={can(caller.actor.role, "model:write")}
      timeZone={timeZone}
    />
  );
}
