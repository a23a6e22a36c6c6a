import type { ReactNode } from "react";
import { AnalysisPanel } from "#components/analysis/analysis-panel";
import { metric, percent, psi } from "#lib/client/format";
import { type WindowFrame, windowName } from "#lib/client/window-points";
import type { DriftAnswer } from "#lib/domain/analysis/answers/drift";
import { columnName } from "#lib/domain/models/model-words";
import { type DriftWindow, driftSentence, driftTitle } from "./drift-words.ts";

type Props = {
  drift: DriftAnswer;
  window: DriftWindow | null;
  frame: WindowFrame;
  timeZone: string;
  action?: ReactNode;
  children: ReactNode;
};

/** The columns of one window, ranked: what moved, and how it was judged. */
export function DriftPanel({ drift, window, frame, timeZone, action, children }: Props) {
  const features = window?.features ?? [];
  return (
    <AnalysisPanel
      title={driftTitle(window, frame)}
      summary={driftSentence(window)}
      answer={drift}
      asked={{
        title: window ? `Drift, ${windowName(window.start, frame)}` : "Drift",
        sentence: "How far the distribution of each column lies from the reference's. 0 is the same; 0.2 and above counts as drift.",
      }}
      action={action}
      timeZone={timeZone}
      table={{
        columns: ["Column", "PSI", "Limit", "JS distance", "KS", "Wasserstein", "Hellinger", "Cramér’s V", "Missing", "Drifted"],
        rows: features.map((row) => [
          columnName(row.feature),
          psi(row.psi),
          psi(row.threshold.value),
          metric(row.jsDistance),
          metric(row.ks),
          metric(row.wasserstein),
          metric(row.hellinger),
          metric(row.cramersV),
          percent(row.missingShare),
          row.psi === null ? "–" : row.drifted ? "yes" : "no",
        ]),
      }}
    >
      {children}
    </AnalysisPanel>
  );
}
