import { IncidentTable } from "#components/incidents/incident-table";
import { LinkButton } from "#components/ui/link-button";
import { PageHead } from "#components/ui/page-head";
import { PropertyList } from "#components/ui/property-list";
import { RelativeTime } from "#components/ui/relative-time";
import { SectionHead } from "#components/ui/section-head";
import { TextLink } from "#components/ui/text-link";
import { metric } from "#lib/client/format";
import type { RuleAnswer } from "#lib/domain/alerts/rule-answer";
import type { IncidentSummary } from "#lib/domain/incidents/incident-summary";
import { DeleteRule } from "./delete-rule.tsx";
import { RulePreview } from "./rule-preview.tsx";
import { RuleStatus } from "./rule-status.tsx";
import { SwitchRule } from "./switch-rule.tsx";

type Props = { rule: RuleAnswer; incidents: IncidentSummary[]; mayWrite: boolean; now: string; timeZone: string };

/** One rule: how it stands, how often it would have called, what it did. */
export function RulePage({ rule, incidents, mayWrite, now, timeZone }: Props) {
  return (
    <div className="grid gap-10">
      <PageHead
        above={<RuleStatus status={rule.status} severity={rule.severity} />}
        title={rule.name}
        sentence={`${rule.summary}.`}
        actions={
          mayWrite ? (
            <>
              <LinkButton href={`/rules/${rule.id}/edit`} variant="primary">
                Edit rule
              </LinkButton>
              <SwitchRule id={rule.id} name={rule.name} enabled={rule.enabled} />
              <DeleteRule id={rule.id} name={rule.name} />
            </>
          ) : null
        }
      />
      <div className="grid gap-12 xl:grid-cols-[minmax(0,1fr)_280px] xl:gap-14">
        <div className="grid min-w-0 content-start gap-12">
          <RulePreview rule={rule} now={now} timeZone={timeZone} />
          <section>
            <SectionHead title="What it did" sentence="Incidents of this rule, the newest first." />
            <div className="mt-3">
              {incidents.length ? (
                <IncidentTable incidents={incidents} now={now} timeZone={timeZone} />
              ) : (
                <p className="text-ink-muted">None so far.</p>
              )}
            </div>
          </section>
        </div>
        <PropertyList
          items={[
            {
              name: "Model",
              value: rule.model ? (
                <TextLink plain href={`/models/${rule.model.slug}`}>
                  {rule.model.name}
                </TextLink>
              ) : (
                "none"
              ),
            },
            ...(rule.kpi
              ? [
                  {
                    name: "KPI",
                    value: (
                      <TextLink plain href={`/kpis/${rule.kpi.slug}`}>
                        {rule.kpi.name}
                      </TextLink>
                    ),
                  },
                ]
              : []),
            { name: "Last value", value: metric(rule.lastValue) },
            { name: "Evaluated", value: <RelativeTime at={rule.lastEvaluatedAt} now={now} timeZone={timeZone} /> },
            ...(rule.lastError ? [{ name: "Error", value: rule.lastError }] : []),
            { name: "Every", value: rule.interval },
            { name: "True for", value: rule.for },
            { name: "Keep firing", value: rule.keepFiringFor },
            { name: "No data", value: rule.noData.replace("_", " ") },
            { name: "On error", value: rule.onError },
          ]}
        />
      </div>
    </div>
  );
}
