import { Activity, CircleUserRound } from "lucide-react";
import { Chip } from "#components/ui/chip";
import { PageHead } from "#components/ui/page-head";
import { PropertyList } from "#components/ui/property-list";
import { SectionHead } from "#components/ui/section-head";
import { TextLink } from "#components/ui/text-link";
import { VerdictMark } from "#components/ui/verdict-mark";
import { duration, metric, weekdayTime } from "#lib/client/format";
import type { Incident } from "#lib/domain/incidents/incident";
import type { IncidentEvidence } from "#lib/domain/incidents/incident-evidence";
import type { IncidentSummary } from "#lib/domain/incidents/incident-summary";
import { conditionWords, workflowWords } from "#lib/domain/incidents/incident-words";
import { CommentForm } from "./comment-form.tsx";
import { IncidentActions } from "./incident-actions.tsx";
import { IncidentCauses } from "./incident-causes.tsx";
import { IncidentLive } from "./incident-live.tsx";
import { IncidentSeries } from "./incident-series.tsx";
import { IncidentTimeline } from "./incident-timeline.tsx";
import { Runbook } from "./runbook.tsx";

type Full = IncidentSummary & Pick<Incident, "timeline">;
type Props = {
  incident: Full;
  evidence: IncidentEvidence | null;
  me: { id: string; name: string };
  mayAct: boolean;
  mayComment: boolean;
  now: string;
  timeZone: string;
};

const icon = { "aria-hidden": true as const, strokeWidth: 1.75, className: "size-3.5" };

/** What is wrong, since when, how bad: the facts in one sentence. */
function Sentence({ incident, now, timeZone }: { incident: Full; now: string; timeZone: string }) {
  const seconds = (Date.parse(incident.recoveredAt ?? now) - Date.parse(incident.startedAt)) / 1000;
  return (
    <>
      {incident.value === null ? null : (
        <>
          Measured{" "}
          <span className={incident.condition === "firing" ? "font-medium text-critical" : "font-medium text-ink"}>
            {metric(incident.value)}
          </span>
          {incident.limit === null ? ". " : `, limit ${metric(incident.limit)}. `}
        </>
      )}
      {incident.condition === "firing" ? "Firing for " : "Fired for "}
      {duration(seconds)}, since {weekdayTime(incident.startedAt, timeZone)}.
      {incident.recoveredAt ? ` Recovered ${weekdayTime(incident.recoveredAt, timeZone)}.` : ""}
      {incident.resolveReason ? ` Resolved as “${incident.resolveReason}”.` : ""}
    </>
  );
}

/** One screen for the person who was called: what, since when, why, what to do, and who does it. */
export function IncidentPage({ incident, evidence, me, mayAct, mayComment, now, timeZone }: Props) {
  const who = incident.workflow === "resolved" ? incident.resolvedBy : incident.acknowledgedBy;
  return (
    <div className="grid gap-10">
      <IncidentLive id={incident.id} updated={`${incident.workflow} ${incident.condition} ${incident.timeline.length}`} />
      <PageHead
        above={
          <>
            <Chip tone={incident.condition === "firing" ? incident.severity : "neutral"}>
              <VerdictMark kind={incident.severity} />
            </Chip>
            <Chip name="Condition" icon={<Activity {...icon} />}>
              {conditionWords[incident.condition]}
            </Chip>
            <Chip name="Workflow" icon={<CircleUserRound {...icon} />}>
              {workflowWords(incident.workflow, who)}
            </Chip>
          </>
        }
        title={incident.title}
        sentence={<Sentence incident={incident} now={now} timeZone={timeZone} />}
        actions={
          mayAct ? <IncidentActions id={incident.id} workflow={incident.workflow} assignee={incident.assignee} me={me} now={now} /> : null
        }
      />
      <div className="grid gap-12 xl:grid-cols-[minmax(0,1fr)_280px] xl:gap-14">
        <div className="grid min-w-0 content-start gap-12">
          {evidence?.series ? <IncidentSeries series={evidence.series} summary={evidence.summary} href={evidence.modelHref} /> : null}
          {evidence ? <IncidentCauses causes={evidence.causes} ruledOut={evidence.ruledOut} /> : null}
          <section aria-label="Timeline">
            <SectionHead title="Timeline" sentence="Newest first. Nothing here can be edited or removed." />
            <IncidentTimeline entries={incident.timeline} timeZone={timeZone} />
            {mayComment ? <CommentForm id={incident.id} /> : null}
          </section>
        </div>
        <aside className="grid content-start gap-10">
          <PropertyList
            items={[
              { name: "Assignee", value: incident.assigneeName ?? "Nobody" },
              {
                name: "Model",
                value: incident.model ? (
                  <TextLink plain href={`/models/${incident.model}`}>
                    {incident.modelName}
                  </TextLink>
                ) : (
                  "none"
                ),
              },
              {
                name: "Rule",
                value: incident.rule ? (
                  <TextLink plain href={`/rules/${incident.rule}`}>
                    {incident.ruleName}
                  </TextLink>
                ) : (
                  "deleted"
                ),
              },
              { name: "Opened", value: weekdayTime(incident.startedAt, timeZone) },
              { name: "Episode", value: incident.episode },
              ...Object.entries(incident.labels).map(([name, value]) => ({ name, value })),
            ]}
          />
          {evidence?.runbook ? <Runbook runbook={evidence.runbook} /> : null}
          {evidence && evidence.similar.length > 0 ? (
            <section>
              <SectionHead title="Similar before" />
              <ul className="mt-2 grid gap-2">
                {evidence.similar.map((past) => (
                  <li key={past.number}>
                    <TextLink href={`/incidents/${past.number}`}>#{past.number}</TextLink> {past.sentence}
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
        </aside>
      </div>
    </div>
  );
}
