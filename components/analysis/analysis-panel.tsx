import type { ComponentProps } from "react";
import { ChartPanel } from "#components/charts/chart-panel";
import type { Provenance, ReferenceAnswer } from "#lib/domain/analysis/answers/common";
import { type Asked, provenanceFacts } from "./provenance-facts.ts";

type Props = Omit<ComponentProps<typeof ChartPanel>, "provenance"> & {
  /** Any analytic answer: where its numbers come from is shown on request. */
  answer: { provenance: Provenance; reference: ReferenceAnswer };
  /** What the popover speaks of; without it, of the whole panel. */
  asked?: Asked;
  /** Of the person who reads. */
  timeZone: string;
};

/** A panel of figures that can be asked how they were computed. */
export function AnalysisPanel({ answer, asked, timeZone, ...panel }: Props) {
  return <ChartPanel {...panel} provenance={provenanceFacts(asked ?? { title: panel.title }, answer, timeZone)} />;
}
