import Link from "next/link";
import { VerdictMark } from "#components/ui/verdict-mark";
import { date, dateTime, duration } from "#lib/client/format";
import type { BrokenThing } from "#lib/domain/kpis/kpi-summary";

type Props = {
  broken: readonly BrokenThing[];
  timeZone: string;
  /** Where all are of one model, its name is left out. */
  withModel?: boolean;
};

const row = "md:grid md:gap-x-5 print:grid print:gap-x-2.5 print:text-small";
const columns = {
  all: `${row} md:grid-cols-[112px_148px_minmax(0,1fr)_96px_96px_96px] print:grid-cols-[76px_112px_minmax(0,1fr)_72px_72px_68px]`,
  withoutModel: `${row} md:grid-cols-[112px_minmax(0,1fr)_96px_96px_96px] print:grid-cols-[76px_minmax(0,1fr)_72px_72px_68px]`,
};
/** One page of paper holds this many beside the targets; the screen shows all. */
const ON_PAPER = 6;

/** What broke, when it was noticed and when it was good again. */
export function BrokenList({ broken, timeZone, withModel = true }: Props) {
  const grid = withModel ? columns.all : columns.withoutModel;
  return (
    <div>
      <div aria-hidden="true" className={`hidden border-b border-line pb-2 text-small text-ink-faint ${grid}`}>
        <span>State</span>
        {withModel ? <span>Model</span> : null}
        <span>What happened</span>
        <span className="text-right">Noticed</span>
        <span className="text-right">Fixed</span>
        <span className="text-right">Lasted</span>
      </div>
      <ol>
        {broken.map((thing, at) => (
          <li
            key={thing.id}
            className={`num border-b border-line py-3 md:items-baseline print:items-baseline print:py-1 print-row ${grid} ${at >= ON_PAPER ? "print:hidden" : ""}`}
          >
            <State thing={thing} />
            {withModel ? <span className="block font-medium">{thing.modelName ?? "All models"}</span> : null}
            <Link href={`/incidents/${thing.number}`} className="block min-w-0 text-ink-muted hover:text-ink hover:underline">
              {thing.title}
            </Link>
            <span
              className="whitespace-nowrap max-md:mr-3 md:text-right print:mr-0 print:text-right"
              title={dateTime(thing.noticedAt, timeZone)}
            >
              <span className="text-ink-faint md:sr-only print:sr-only">Noticed </span>
              {date(thing.noticedAt, timeZone)}
            </span>
            <span
              className={`whitespace-nowrap max-md:mr-3 md:text-right print:mr-0 print:text-right ${thing.fixedAt ? "" : "text-ink-muted"}`}
              title={thing.fixedAt ? dateTime(thing.fixedAt, timeZone) : undefined}
            >
              <span className="text-ink-faint md:sr-only print:sr-only">Fixed </span>
              {thing.fixedAt ? date(thing.fixedAt, timeZone) : "not yet"}
            </span>
            <span className="whitespace-nowrap text-ink-muted md:text-right print:text-right">
              <span className="sr-only">Lasted </span>
              {duration(thing.lastedSeconds, 1)}
              {thing.fixedAt ? "" : " so far"}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function State({ thing }: { thing: BrokenThing }) {
  if (thing.state === "fixed") return <VerdictMark kind="ok" word="Fixed" />;
  if (thing.state === "acknowledged") return <VerdictMark kind="pending" word="In work" />;
  return <VerdictMark kind={thing.severity === "critical" ? "critical" : "warning"} word="Open" />;
}
