import Link from "next/link";
import { SectionHead } from "#components/ui/section-head";
import { TextLink } from "#components/ui/text-link";
import { VerdictMark } from "#components/ui/verdict-mark";
import { dateTime, duration } from "#lib/client/format";
import type { IncidentSummary } from "#lib/domain/incidents/incident-summary";
import { workflowWords } from "#lib/domain/incidents/incident-words";

type Props = { incidents: readonly IncidentSummary[]; now: string; timeZone: string };

/** What somebody has to do something about, in short. */
export function OpenIncidents({ incidents, now, timeZone }: Props) {
  return (
    <section>
      <SectionHead
        title="Open incidents"
        action={
          <TextLink plain href="/incidents">
            All incidents
          </TextLink>
        }
      />
      {incidents.length === 0 ? (
        <p className="mt-2 border-t border-line py-2.5 text-ink-muted">None. Nothing fires and nobody waits.</p>
      ) : null}
      <ul className="mt-2">
        {incidents.map((incident) => (
          <li
            key={incident.id}
            className="grid grid-cols-[20px_1fr_auto] items-start gap-x-2 border-t border-line py-2.5 lg:grid-cols-[20px_40px_minmax(0,1fr)_190px_72px]"
          >
            <VerdictMark kind={incident.severity} iconOnly className="pt-0.5" />
            <span className="num hidden text-ink-faint lg:block">#{incident.number}</span>
            <Link href={`/incidents/${incident.number}`} className="min-w-0 hover:underline lg:truncate">
              {incident.title}
            </Link>
            <span className="hidden truncate text-ink-muted lg:block">{workflowWords(incident.workflow, incident.acknowledgedBy)}</span>
            <span className="num text-right text-ink-muted" title={`since ${dateTime(incident.startedAt, timeZone)} ${timeZone}`}>
              {duration(Math.max(1, (Date.parse(now) - Date.parse(incident.startedAt)) / 1000))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
