import { LinkButton } from "#components/ui/link-button";
import { SectionHead } from "#components/ui/section-head";
import { count } from "#lib/client/format";
import { LoggingPoints, type ShownPoint } from "./logging-points.tsx";
import { ProposalList, type ShownProposal } from "./proposal-list.tsx";
import { watchSentence } from "./watch-sentence.ts";

type Props = {
  slug: string;
  /** Newest rows that were looked at. */
  rows: number;
  points: readonly ShownPoint[];
  proposals: readonly ShownProposal[];
  may: { decide: boolean; upload: boolean };
};

/** What to log of a model and what to watch: a checklist. */
export function WatchPage({ slug, rows, points, proposals, may }: Props) {
  return (
    <div className="grid max-w-[960px] gap-12">
      <section>
        <SectionHead
          title={watchSentence(points)}
          sentence={
            rows === 0
              ? "Nothing has been sent yet. Send a first line, or upload a file; this list then says what is in it."
              : `As the newest ${count(rows)} rows show. Each line says what it makes possible.`
          }
          action={may.upload ? <LinkButton href={`/upload?model=${slug}`}>Upload data</LinkButton> : null}
        />
        <LoggingPoints points={points} />
      </section>
      <section>
        <SectionHead
          title="KPIs worth having"
          sentence="For this kind of model and what hangs on it. Accepting one makes it a KPI that everybody sees; target and limits are set on its own page."
          action={may.decide ? <LinkButton href={`/kpis/new?model=${slug}`}>Another KPI</LinkButton> : null}
        />
        <ProposalList
          slug={slug}
          proposals={proposals}
          pointNames={Object.fromEntries(points.map(({ key, name }) => [key, name]))}
          mayDecide={may.decide}
        />
      </section>
    </div>
  );
}
