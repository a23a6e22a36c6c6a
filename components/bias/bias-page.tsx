import { NoPredictions } from "#components/analysis/next-step";
import { ControlLinkMenu } from "#components/ui/control-link-menu";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import { SectionHead } from "#components/ui/section-head";
import { type WindowFrame, windowWhen } from "#lib/client/window-points";
import { type BiasSeriesAnswer, groupRates } from "#lib/domain/analysis/answers/bias";
import type { ModelAnswer } from "#lib/domain/models/model-answer";
import { type PageQuery, pageAddress } from "#lib/domain/models/page-query";
import { BiasSummary } from "./bias-summary.tsx";
import { type BiasWindow, biasHeadline } from "./bias-words.ts";
import { DisparityTable } from "./disparity-table.tsx";
import { GroupRates } from "./group-rates.tsx";
import { RatioChart } from "./ratio-chart.tsx";

type Props = {
  model: ModelAnswer;
  query: PageQuery;
  frame: WindowFrame;
  answer: BiasSeriesAnswer;
  selected: BiasWindow | null;
  mayWrite: boolean;
  timeZone: string;
};

/** Whether groups of people are treated alike: the verdict, each rate, every comparison, and how it moved. */
export function BiasPage({ model, query, frame, answer, selected, mayWrite, timeZone }: Props) {
  const path = `/models/${model.slug}/bias`;
  if (model.task === "regression")
    return (
      <EmptyState
        title="Not for regressions yet"
        sentence="A regression takes no yes-or-no decision whose rate could be compared between groups. Compare its error by segment instead."
        action={<LinkButton href={`/models/${model.slug}`}>Back to the overview</LinkButton>}
      />
    );
  const { attribute } = answer;
  if (attribute === null)
    return (
      <EmptyState
        title="No group attributes yet"
        sentence="Name the attributes that must not be treated differently, such as sex, in the schema under groups, and send them with each prediction."
        command={`{"id":"a1","timestamp":"…","score":0.91,"groups":{"sex":"female"}}`}
        action={mayWrite ? <LinkButton href={`/models/${model.slug}/settings`}>Open settings</LinkButton> : null}
      />
    );
  if (selected === null || answer.windows.every(({ predictions }) => predictions === 0))
    return <NoPredictions slug={model.slug} mayWrite={mayWrite} />;
  const when = windowWhen(selected.start, frame);
  const headline = biasHeadline(selected, attribute, when);
  const rate = groupRates.find((name) => name === query.metric) ?? "selectionRate";
  return (
    <div className="grid gap-10">
      <div className="grid gap-2">
        <SectionHead title={headline.title} sentence={headline.sentence} />
        <div className="-mx-2 flex flex-wrap gap-1">
          <ControlLinkMenu
            label="Attribute"
            options={answer.attributes.map((name) => ({
              label: name,
              href: pageAddress(path, query, { attribute: name }),
              current: name === attribute,
            }))}
          />
          <ControlLinkMenu
            label="Base group"
            options={[
              { label: "Largest group", href: pageAddress(path, query, { base: null }), current: query.base === undefined },
              ...selected.groups.map(({ group }) => ({
                label: group,
                href: pageAddress(path, query, { base: group }),
                current: query.base === group,
              })),
            ]}
          />
        </div>
      </div>
      <div className="grid gap-x-16 gap-y-10 xl:grid-cols-2">
        <GroupRates
          answer={answer}
          window={selected}
          rate={rate}
          path={path}
          query={query}
          minimumRows={30}
          when={when}
          timeZone={timeZone}
        />
        <RatioChart answer={answer} rate={rate} frame={frame} selected={selected.start} timeZone={timeZone} />
      </div>
      <section className="grid gap-3">
        <SectionHead
          title={`Every group against ${selected.baseGroup ?? "the base group"}`}
          sentence="Unfair: the whole interval of the ratio lies outside 0.800 to 1.250. Inconclusive: it reaches across. At least 30 outcomes on both sides are needed."
        />
        <DisparityTable disparities={selected.disparities} />
      </section>
      <section className="grid gap-3">
        <SectionHead title="Over all groups" sentence="Rows without a group are left out." />
        <BiasSummary summary={selected.summary} />
      </section>
    </div>
  );
}
