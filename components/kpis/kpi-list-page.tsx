import { Plus } from "lucide-react";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import { PageHead } from "#components/ui/page-head";
import { SectionHead } from "#components/ui/section-head";
import { date } from "#lib/client/format";
import { createKpiCommand } from "#lib/client/kpi-commands";
import { kpiHeadline } from "#lib/client/kpi-words";
import type { KpiPage } from "#lib/domain/kpis/kpi-summary";
import { BrokenList } from "./broken-list.tsx";
import { KpiRow } from "./kpi-row.tsx";
import { PrintButton } from "./print-button.tsx";

type Props = { page: KpiPage; mayWrite: boolean; origin: string; timeZone: string };

/** How many targets are missed, in words for everybody; fits one sheet of paper. */
export function KpiListPage({ page, mayWrite, origin, timeZone }: Props) {
  const { title, sentence } = kpiHeadline(page);
  const newest = page.items
    .flatMap(({ time }) => (time ? [time] : []))
    .sort()
    .at(-1);
  if (page.items.length === 0) return <NoKpis mayWrite={mayWrite} origin={origin} />;
  return (
    // Eight targets and what broke fit one sheet of A4.
    <div className="max-w-[1104px] print:[zoom:0.82]">
      <PageHead
        title={title}
        sentence={sentence}
        actions={
          <>
            <PrintButton />
            {mayWrite ? (
              <LinkButton href="/kpis/new">
                <Plus aria-hidden="true" strokeWidth={1.75} className="size-4" />
                New KPI
              </LinkButton>
            ) : null}
          </>
        }
      />
      <div className="mt-6 print:mt-3">
        {page.items.map((kpi) => (
          <KpiRow key={kpi.id} kpi={kpi} />
        ))}
      </div>
      <section className="border-t border-line pt-6 print:pt-3">
        <SectionHead title="What broke, and when it was fixed" sentence="In the last 90 days, as the alert rules over these KPIs saw it." />
        <div className="mt-3">
          {page.broken.length > 0 ? (
            <BrokenList broken={page.broken} timeZone={timeZone} />
          ) : (
            <p className="text-ink-muted">Nothing broke.</p>
          )}
        </div>
      </section>
      <p className="mt-6 text-small text-ink-muted print:mt-3">
        {newest ? `The newest value is of ${date(newest, timeZone)}. ` : ""}Open a KPI to see where its values come from.
      </p>
    </div>
  );
}

function NoKpis({ mayWrite, origin }: { mayWrite: boolean; origin: string }) {
  return (
    <>
      <h1 className="sr-only">KPIs</h1>
      {mayWrite ? (
        <EmptyState
          title="No KPIs yet"
          sentence="A KPI says in plain words what a model means for the business: a value, a target, a trend. Make one here, or from a script:"
          command={createKpiCommand(origin)}
          action={
            <LinkButton href="/kpis/new" variant="primary">
              <Plus aria-hidden="true" strokeWidth={1.75} className="size-4" />
              New KPI
            </LinkButton>
          }
        />
      ) : (
        <EmptyState
          title="No KPIs yet"
          sentence="Here stands what the models mean for the business, with targets, as soon as somebody has defined it. Ask a data scientist of your company."
        />
      )}
    </>
  );
}
