import { AnalysisPanel } from "#components/analysis/analysis-panel";
import { DataTable } from "#components/ui/data-table";
import { EmptyState } from "#components/ui/empty-state";
import { SectionHead } from "#components/ui/section-head";
import { count, date, metric, percent, period, range } from "#lib/client/format";
import type { EstimateAnswer, Provenance, ReferenceAnswer } from "#lib/domain/analysis/answers/common";
import { performanceFacts } from "#lib/domain/metrics/performance-catalogue";
import type { ModelAnswer } from "#lib/domain/models/model-answer";
import type { VersionSpan } from "#lib/domain/models/model-frame";
import { stageOrder, stageSentences, stageWords } from "#lib/domain/models/model-words";
import { importCommand } from "#lib/domain/models/next-commands";
import { reasonWords } from "#lib/domain/models/reason-words";
import type { ModelVersion } from "#lib/domain/models/version";
import { StageSelect } from "./stage-select.tsx";
import { versionsHeadline } from "./version-words.ts";

type Measured = { version: string; metrics: Record<string, EstimateAnswer> };
type Props = {
  model: ModelAnswer;
  versions: readonly ModelVersion[];
  spans: readonly VersionSpan[];
  /** null: this person sees no figures, or there are none. */
  measured: { items: readonly Measured[]; head: { provenance: Provenance; reference: ReferenceAnswer } | null } | null;
  mayWrite: boolean;
  timeZone: string;
};

/** Which versions there are, which one decides, and how each did on the rows it predicted. */
export function VersionsPage({ model, versions, spans, measured, mayWrite, timeZone }: Props) {
  if (versions.length === 0)
    return (
      <EmptyState
        title="No versions yet"
        sentence="A version registers itself with the first prediction that names it; the first one becomes the champion."
        command={importCommand("predictions", model.slug)}
      />
    );
  const headline = versionsHeadline(versions, measured?.items ?? [], model.task);
  const span = (version: ModelVersion) => spans.find((entry) => entry.version === version.version);
  const day = (at: string | null) => (at === null ? "–" : date(at, model.timeZone));
  return (
    <div className="grid gap-10">
      <section className="grid gap-3">
        <SectionHead title={headline.title} sentence={headline.sentence} />
        <DataTable
          caption="Versions"
          rows={versions.toSorted((a, b) => stageOrder.indexOf(a.stage) - stageOrder.indexOf(b.stage) || b.number - a.number)}
          rowKey={(version) => version.id}
          columns={[
            {
              key: "version",
              header: "Version",
              bare: true,
              cell: (version) => (
                <span>
                  <span className="block font-medium">{version.version}</span>
                  {version.notes ? <span className="block max-w-[50ch] text-small text-ink-muted">{version.notes}</span> : null}
                </span>
              ),
            },
            {
              key: "stage",
              header: "Stage",
              width: 150,
              cell: (version) => (mayWrite ? <StageSelect slug={model.slug} version={version} /> : stageWords[version.stage]),
            },
            {
              key: "use",
              header: "In use",
              cell: (version) => {
                const used = span(version);
                return used ? period(used.firstRow, used.lastRow, (at) => date(at, model.timeZone)) : "no rows yet";
              },
            },
            { key: "rows", header: "Rows", align: "right", cell: (version) => count(span(version)?.rows ?? 0) },
            {
              key: "labelled",
              header: "Labelled",
              align: "right",
              from: "md",
              cell: (version) => {
                const used = span(version);
                return used && used.rows > 0 ? percent(used.labelled / used.rows) : "–";
              },
            },
            { key: "trained", header: "Trained", align: "right", from: "lg", cell: (version) => day(version.trainedAt) },
            { key: "registered", header: "Registered", align: "right", from: "xl", cell: (version) => day(version.createdAt) },
          ]}
        />
      </section>
      {measured?.head && measured.items.length > 0 ? (
        <AnalysisPanel
          title="How each version did"
          summary="On the rows it predicted itself, over all its time: versions that were in use at different times met different rows."
          answer={measured.head}
          timeZone={timeZone}
        >
          <div className="mt-3 overflow-x-auto">
            <MetricsTable measured={measured.items} model={model} />
          </div>
        </AnalysisPanel>
      ) : null}
      <section className="grid gap-3">
        <SectionHead title="What the stages mean" level={3} />
        <dl className="grid max-w-[80ch] gap-x-6 gap-y-2 md:grid-cols-[120px_1fr]">
          {stageOrder.map((stage) => (
            <div key={stage} className="contents">
              <dt className="font-medium">{stageWords[stage]}</dt>
              <dd className="text-ink-muted">{stageSentences[stage]}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}

function MetricsTable({ measured, model }: { measured: readonly Measured[]; model: ModelAnswer }) {
  return (
    <DataTable
      caption="Metrics by version"
      rows={performanceFacts(model.task)}
      rowKey={([name]) => name}
      columns={[
        { key: "metric", header: "Metric", bare: true, cell: ([, { label }]) => label },
        ...measured.map(({ version, metrics }) => ({
          key: version,
          header: version,
          align: "right" as const,
          cell: ([name]: ReturnType<typeof performanceFacts>[number]) => {
            const found = metrics[name];
            if (found?.value == null) return <span className="text-ink-faint">{reasonWords(found?.reason)}</span>;
            return (
              <span title={found.low === null || found.high === null ? undefined : `95 % interval ${range(found.low, found.high)}`}>
                {metric(found.value)}
              </span>
            );
          },
        })),
      ]}
    />
  );
}
