import clsx from "clsx";
import Link from "next/link";
import { ShareBar } from "#components/charts/share-bar";
import { Sparkline } from "#components/charts/sparkline";
import { VolumeBars } from "#components/charts/volume-bars";
import { VerdictMark } from "#components/ui/verdict-mark";
import { dateTime, metric, percent } from "#lib/client/format";
import { attentionWords, groupsByAttention, shownVerdict } from "#lib/domain/models/attention";
import type { ModelRow } from "#lib/domain/models/model-row";
import { ageWords, besideValue, decidedSeries, driftWords, factsLine, sparkWords, volumeWords } from "./row-words.ts";

type Props = { rows: readonly ModelRow[]; now: string; timeZone: string };

const grid =
  "grid-cols-[132px_minmax(130px,1fr)_280px_72px_76px_64px_68px] gap-x-4 " +
  "wide:grid-cols-[132px_minmax(150px,1fr)_288px_112px_84px_84px_68px_68px] wide:gap-x-5 xl:grid";

/** Models in groups: what needs attention first, then what cannot be judged, then what is healthy. */
export function ModelRows({ rows, now, timeZone }: Props) {
  return (
    <div>
      <div aria-hidden="true" className={`hidden items-end border-b border-line pb-2 text-small text-ink-faint ${grid}`}>
        <span>Verdict</span>
        <span>Model</span>
        <span>Worst metric</span>
        <span className="max-wide:hidden">Volume</span>
        <span>Drifted</span>
        <span>Labelled</span>
        <span className="text-right">Incidents</span>
        <span className="text-right">Last data</span>
      </div>
      {groupsByAttention(rows).map(({ group, rows: members }) => (
        <section key={group} aria-labelledby={`models-${group}`}>
          <h2 id={`models-${group}`} className="flex items-baseline gap-2 pt-6 pb-1 font-semibold">
            {attentionWords[group]}
            <span className="num font-normal text-ink-faint">{members.length}</span>
          </h2>
          <ul>
            {members.map((row) => (
              <li key={row.id} className="relative border-b border-line hover:bg-surface-hover print-row">
                <Wide row={row} now={now} timeZone={timeZone} />
                <Narrow row={row} now={now} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

const tone = { critical: "text-critical", warning: "text-warning" } as const;
const valueTone = (row: ModelRow): string =>
  row.worst?.limit != null && (row.verdict === "critical" || row.verdict === "warning") ? tone[row.verdict] : "text-ink";

function ModelLink({ row, className }: { row: ModelRow; className: string }) {
  return (
    <Link href={`/models/${row.slug}`} className={clsx("block truncate font-medium after:absolute after:inset-0", className)}>
      {row.name}
    </Link>
  );
}

function Spark({ row }: { row: ModelRow }) {
  if (!row.worst || row.worst.series.length === 0) return null;
  return (
    <Sparkline
      label={sparkWords(row.worst)}
      values={decidedSeries(row.worst)}
      limits={row.worst.limit === null ? [] : [row.worst.limit]}
      status={row.verdict}
    />
  );
}

function Wide({ row, now, timeZone }: { row: ModelRow; now: string; timeZone: string }) {
  const beside = besideValue(row);
  return (
    <div className={`hidden items-center py-2.5 ${grid}`}>
      <VerdictMark {...shownVerdict(row)} />
      <div className="min-w-0">
        <ModelLink row={row} className="" />
        <span className="block truncate text-small text-ink-muted">
          {row.champion ? `${row.champion} champion` : "no champion"} · {row.teamName}
        </span>
      </div>
      <div className="flex items-center justify-between gap-4">
        <span className="min-w-0">
          <span className="block truncate text-small text-ink-muted">{row.worst?.label ?? "No metric yet"}</span>
          <span className="num block whitespace-nowrap">
            <span className={clsx("font-medium", valueTone(row))}>{metric(row.worst?.value)}</span>
            {beside ? <span className="ml-1.5 text-small text-ink-faint">{beside}</span> : null}
          </span>
        </span>
        <Spark row={row} />
      </div>
      <div className="flex flex-col gap-1 max-wide:hidden">
        {row.volume.rows.length > 0 ? <VolumeBars label={`Rows of ${row.name}, ${volumeWords(row)}`} rows={row.volume.rows} /> : null}
        <span className="num text-small text-ink-muted">{volumeWords(row)}</span>
      </div>
      <ShareBar share={row.drift && row.drift.judged > 0 ? row.drift.drifted / row.drift.judged : null} text={driftWords(row)} />
      <ShareBar share={row.labelCoverage} text={percent(row.labelCoverage)} />
      <span className={clsx("num text-right", row.incidents.open === 0 && "text-ink-muted")}>
        {row.incidents.open === 0 ? "none" : row.incidents.open}
      </span>
      <span className="num text-right text-ink-muted" title={row.lastData ? `${dateTime(row.lastData, timeZone)} ${timeZone}` : undefined}>
        {ageWords(row.lastData, now)}
      </span>
    </div>
  );
}

function Narrow({ row, now }: { row: ModelRow; now: string }) {
  const beside = besideValue(row);
  return (
    <div className="py-3 xl:hidden">
      <div className="flex items-center justify-between gap-4">
        <VerdictMark {...shownVerdict(row)} />
        <span className="num text-small text-ink-faint">{row.lastData === null ? "no data" : `${ageWords(row.lastData, now)} ago`}</span>
      </div>
      <div className="mt-1 flex items-end justify-between gap-4">
        <div className="min-w-0">
          <ModelLink row={row} className="text-prose" />
          <span className="block truncate text-small text-ink-muted">
            {row.champion ?? "no champion"} · {row.teamName}
          </span>
        </div>
        <Spark row={row} />
      </div>
      {row.worst ? (
        <p className="num mt-1.5 text-small text-ink-muted">
          {row.worst.label} <span className={clsx("font-medium", valueTone(row))}>{metric(row.worst.value)}</span>
          {beside ? <span className="text-ink-faint"> {beside}</span> : null}
        </p>
      ) : null}
      <p className="num mt-0.5 text-small text-ink-faint">{factsLine(row)}</p>
    </div>
  );
}
