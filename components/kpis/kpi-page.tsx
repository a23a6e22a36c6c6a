import { CodeBlock } from "#components/ui/code-block";
import { ControlLinkMenu } from "#components/ui/control-link-menu";
import { LinkButton } from "#components/ui/link-button";
import { Markdown } from "#components/ui/markdown";
import { PageHead } from "#components/ui/page-head";
import { PropertyList } from "#components/ui/property-list";
import { SectionHead } from "#components/ui/section-head";
import { TextLink } from "#components/ui/text-link";
import { VerdictMark } from "#components/ui/verdict-mark";
import { dateTime } from "#lib/client/format";
import { pushValueCommand } from "#lib/client/kpi-commands";
import { kpiWindowWords, sourceSentence } from "#lib/client/kpi-source";
import { changeText, figureOf, kpiMark, plainSentence, targetText } from "#lib/client/kpi-words";
import type { RuleAnswer } from "#lib/domain/alerts/rule-answer";
import type { BrokenThing, KpiSummary } from "#lib/domain/kpis/kpi-summary";
import type { KpiSeries as Series } from "#lib/domain/kpis/kpi-value";
import type { KpiQuery } from "#lib/domain/kpis/registry";
import { BrokenList } from "./broken-list.tsx";
import { DeleteKpi } from "./delete-kpi.tsx";
import { KpiRules } from "./kpi-rules.tsx";
import { KpiSeries } from "./kpi-series.tsx";
import { ValueForm } from "./value-form.tsx";

type Props = {
  kpi: KpiSummary;
  query: KpiQuery;
  series: Series[];
  broken: readonly BrokenThing[];
  /** Null where the person may not see rules. */
  rules: readonly RuleAnswer[] | null;
  may: { write: boolean; editRules: boolean };
  ranges: readonly { label: string; href: string; current: boolean }[];
  origin: string;
  now: string;
  timeZone: string;
};

/** One KPI: what it says, how it went, where it comes from and what broke. */
export function KpiPage({ kpi, query, series, broken, rules, may, ranges, origin, now, timeZone }: Props) {
  const mark = kpiMark(kpi);
  const { figure, unit } = figureOf(kpi.value, kpi.unit);
  const pushed = query.kind === "pushed";
  const command = pushValueCommand(origin, kpi.slug, now.replace(/\.\d+Z$/, "Z"), kpi.value ?? kpi.target ?? 1);
  const source = sourceSentence(query, kpi.window, kpi.modelName);
  return (
    <div className="grid max-w-[1104px] gap-10">
      <PageHead
        above={mark ? <VerdictMark kind={mark.kind} word={mark.word} /> : null}
        title={kpi.name}
        sentence={plainSentence(kpi).stand}
        actions={
          may.write ? (
            <>
              <LinkButton href={`/kpis/${kpi.slug}/edit`} variant="primary">
                Edit KPI
              </LinkButton>
              <DeleteKpi slug={kpi.slug} name={kpi.name} pushed={pushed} />
            </>
          ) : null
        }
      />
      <div className="num flex flex-wrap items-baseline gap-x-8 gap-y-2">
        <span className="text-figure font-medium tracking-[-0.03em]">
          {figure}
          {unit ? <span className="ml-1.5 text-prose font-normal tracking-normal text-ink-muted">{unit}</span> : null}
        </span>
        <span className="text-ink-muted">{targetText(kpi) ?? "No target"}</span>
        <span className="text-ink-muted">{changeText(kpi)}</span>
        {kpi.openIncident ? (
          <TextLink href={`/incidents/${kpi.openIncident.number}`}>Incident #{kpi.openIncident.number} is open</TextLink>
        ) : null}
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-12 xl:grid-cols-[minmax(0,1fr)_280px] xl:gap-14">
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-12">
          <div>
            <div className="-mx-2 mb-2 print:hidden">
              <ControlLinkMenu label="Range" options={ranges} />
            </div>
            <KpiSeries
              kpi={kpi}
              series={series}
              broken={broken}
              to={now}
              empty={
                pushed && may.write
                  ? { sentence: "Send the first value from a script:", command }
                  : { sentence: "Choose a longer range, or come back when values have arrived." }
              }
            />
          </div>
          <section>
            <SectionHead title="What broke, and when it was fixed" />
            <div className="mt-3">
              {broken.length > 0 ? (
                <BrokenList broken={broken} timeZone={timeZone} withModel={false} />
              ) : (
                <p className="text-ink-muted">Nothing in the last 90 days.</p>
              )}
            </div>
          </section>
          {rules ? <KpiRules slug={kpi.slug} rules={rules} mayWrite={may.editRules} /> : null}
          {pushed && may.write ? (
            <section className="grid grid-cols-[minmax(0,1fr)] gap-4">
              <SectionHead
                title="Send values"
                sentence="A later value for the same time replaces the earlier one. Many values go in one request, one JSON object a line."
              />
              <CodeBlock code={command} />
              <ValueForm slug={kpi.slug} unit={kpi.unit} />
            </section>
          ) : null}
        </div>
        <aside className="grid content-start gap-10">
          <section>
            <SectionHead title="Where it comes from" />
            <p className="mt-1 text-ink-muted">{source}</p>
            {query.kind === "formula" ? <Inputs inputs={query.inputs} /> : null}
          </section>
          {kpi.description ? (
            <section>
              <SectionHead title="What it means" />
              <div className="mt-1 text-ink-muted">
                <Markdown text={kpi.description} />
              </div>
            </section>
          ) : null}
          <PropertyList items={facts(kpi, timeZone)} />
        </aside>
      </div>
    </div>
  );
}

function Inputs({ inputs }: { inputs: Record<string, string> }) {
  return (
    <ul className="mt-2 grid gap-1">
      {Object.entries(inputs).map(([name, slug]) => (
        <li key={name}>
          <span className="font-mono text-small">{name}</span> is{" "}
          <TextLink plain href={`/kpis/${slug}`}>
            {slug}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}

const facts = (kpi: KpiSummary, timeZone: string) => [
  {
    name: "Model",
    value: kpi.model ? (
      <TextLink plain href={`/models/${kpi.model}`}>
        {kpi.modelName}
      </TextLink>
    ) : (
      "All models"
    ),
  },
  { name: "Ask", value: kpi.owner ?? "nobody is named" },
  { name: "One value for", value: `every ${kpiWindowWords[kpi.window]}` },
  { name: "Value of", value: kpi.time ? `${dateTime(kpi.time, timeZone)}` : "no value" },
];
