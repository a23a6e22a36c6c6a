"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type StateSpan, StateStrip } from "#components/charts/state-strip";
import { TimeSeriesChart, type WindowStatus } from "#components/charts/time-series-chart";
import { ErrorPanel } from "#components/ui/error-panel";
import { SegmentedControl } from "#components/ui/segmented-control";
import { SkeletonBlock } from "#components/ui/skeleton-block";
import { messageOf } from "#lib/client/api";
import { dateTime, duration } from "#lib/client/format";
import { previewOptions, type RuleDraft } from "#lib/client/rules";
import type { PreviewAnswer } from "#lib/domain/alerts/preview-answer";
import { previewSentence } from "#lib/domain/alerts/preview-words";
import { thinOut } from "#lib/domain/alerts/thin-out";

type Props = { rule: RuleDraft; now: string; timeZone: string; valid?: boolean };

const ranges = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "540", label: "18 months" },
];
const atMost = 400;

const statusOf = (evaluation: PreviewAnswer["evaluations"][number]): WindowStatus =>
  evaluation.value === null ? "no_data" : evaluation.state === "firing" ? (evaluation.severity ?? "critical") : "ok";

function spansOf(evaluations: PreviewAnswer["evaluations"], to: string): StateSpan[] {
  const spans: StateSpan[] = [];
  for (const [index, { state, time }] of evaluations.entries()) {
    if (state !== "pending" && state !== "firing" && state !== "recovering" && state !== "no_data") continue;
    const end = evaluations[index + 1]?.time ?? to;
    const last = spans.at(-1);
    if (last && last.state === state && last.to === time) last.to = end;
    else spans.push({ from: time, to: end, state });
  }
  return spans;
}

function limitsOf(condition: unknown) {
  if (typeof condition !== "object" || condition === null) return [];
  const { operator, critical, warning } = condition as { operator?: string; critical?: unknown; warning?: unknown };
  const bound = operator === "below" ? ("lower" as const) : ("upper" as const);
  return (["critical", "warning"] as const).flatMap((kind) => {
    const value = kind === "critical" ? critical : warning;
    return typeof value === "number" ? [{ value, kind, bound }] : [];
  });
}

/** How often the rule would have called, run by the very state machine that will watch. */
export function RulePreview({ rule, now, timeZone, valid = true }: Props) {
  const [days, setDays] = useState("540");
  const from = new Date(Date.parse(now) - Number(days) * 86_400_000).toISOString();
  const preview = useQuery({ ...previewOptions(rule, from, now, valid), placeholderData: keepPreviousData });
  const label = ranges.find(({ value }) => value === days)?.label ?? "";
  const range = <SegmentedControl label="Range" hideLabel options={ranges} value={days} onChange={setDays} />;
  if (preview.isError)
    return (
      <section aria-label="Preview">
        <div className="flex justify-end">{range}</div>
        <ErrorPanel title="This rule cannot be tried">{messageOf(preview.error)}</ErrorPanel>
      </section>
    );
  const evaluations = preview.data?.evaluations ?? [];
  const series = [...new Set(evaluations.map(({ labels }) => JSON.stringify(labels)))];
  const shown = evaluations.filter(({ labels }) => JSON.stringify(labels) === series[0]);
  const points = thinOut(shown, atMost).map((evaluation, index, all) => ({
    start: evaluation.time,
    end: all[index + 1]?.time ?? now,
    label: dateTime(evaluation.time, timeZone),
    value: evaluation.value,
    rows: 0,
    labelled: 0,
    status: statusOf(evaluation),
  }));
  return (
    <section aria-label="Preview">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="max-w-[60ch]">
          <h2 className="num text-[18px]/[26px] font-medium" aria-live="polite">
            {preview.data ? previewSentence(preview.data.summary, `In the last ${label}`, duration) : "Trying the rule on its history …"}
          </h2>
          <p className="num mt-0.5 text-ink-muted">
            Run with the same state machine that will watch it: {evaluations.length} evaluations
            {series.length > 1 ? ` of ${series.length} series, the first is drawn` : ""}.
          </p>
        </div>
        {range}
      </div>
      <div className="mt-4">
        {preview.data ? (
          <>
            <TimeSeriesChart
              series={{
                name: "value",
                step: "day",
                timeZone,
                points,
                limits: limitsOf(rule.condition),
                episodes: preview.data.episodes.map((episode) => ({
                  from: episode.start,
                  to: episode.end,
                  severity: episode.severity,
                })),
              }}
            />
            {points.length ? (
              <StateStrip label={`this rule, ${preview.data.summary.episodes}×`} from={from} to={now} spans={spansOf(shown, now)} />
            ) : null}
          </>
        ) : (
          <SkeletonBlock height={280} label="Trying the rule" />
        )}
      </div>
    </section>
  );
}
