import { Bell, CircleCheck, type LucideIcon, MessageSquare, Moon, RefreshCw, Siren, TrendingUp, UserPlus } from "lucide-react";
import { Markdown } from "#components/ui/markdown";
import { weekdayTime } from "#lib/client/format";
import type { Incident, TimelineKind } from "#lib/domain/incidents/incident";

const icons: Partial<Record<TimelineKind, LucideIcon>> = {
  opened: Siren,
  fired_again: Siren,
  severity: TrendingUp,
  recovered: CircleCheck,
  resolved: CircleCheck,
  assigned: UserPlus,
  snoozed: Moon,
  commented: MessageSquare,
  reopened: RefreshCw,
};

/** What happened and who did it, newest first. */
export function IncidentTimeline({ entries, timeZone }: { entries: Incident["timeline"]; timeZone: string }) {
  return (
    <ol className="mt-3 border-t border-line">
      {entries.toReversed().map((entry, index) => {
        const Icon = icons[entry.kind] ?? Bell;
        return (
          <li key={`${entry.time} ${entry.kind} ${entries.length - index}`} className="flex gap-3 border-b border-line py-2.5 print-row">
            <Icon aria-hidden="true" strokeWidth={1.75} className="mt-0.5 size-4 shrink-0 text-ink-faint" />
            <div className="min-w-0 flex-1">
              {entry.actor ? <span className="font-medium">{entry.actor} </span> : null}
              {entry.kind === "commented" ? (
                <Markdown text={entry.text} />
              ) : (
                <span className={entry.actor ? "text-ink-muted" : ""}>{entry.text}</span>
              )}
            </div>
            <time dateTime={entry.time} className="num shrink-0 text-small text-ink-faint">
              {weekdayTime(entry.time, timeZone)}
            </time>
          </li>
        );
      })}
    </ol>
  );
}
