import { metric } from "#lib/client/format";
import { type BiasSummaryName, biasSummaries } from "#lib/domain/analysis/answers/bias";
import { reasonWords } from "#lib/domain/models/reason-words";
import type { BiasWindow } from "./bias-words.ts";

const words: Record<BiasSummaryName, { name: string; sentence: string }> = {
  demographicParityDifference: { name: "Demographic parity difference", sentence: "Largest difference of selection rates. 0 is equal." },
  demographicParityRatio: {
    name: "Demographic parity ratio",
    sentence: "Smallest selection rate ÷ largest. 1 is equal, four fifths is 0.8.",
  },
  equalizedOddsDifference: {
    name: "Equalized odds difference",
    sentence: "Larger one of the differences of true and false positive rates.",
  },
  equalizedOddsRatio: { name: "Equalized odds ratio", sentence: "Smaller one of the ratios of true and false positive rates." },
  equalOpportunityDifference: { name: "Equal opportunity difference", sentence: "Largest difference of true positive rates." },
  equalOpportunityRatio: { name: "Equal opportunity ratio", sentence: "Smallest true positive rate ÷ largest." },
};

/** Six measures over all groups at once. */
export function BiasSummary({ summary }: { summary: BiasWindow["summary"] }) {
  return (
    <dl className="grid gap-x-10 sm:grid-cols-2 xl:grid-cols-3">
      {biasSummaries.map((name) => (
        <div key={name} className="flex items-start justify-between gap-4 border-t border-line py-2.5">
          <dt>
            {words[name].name}
            <span className="block text-small text-ink-muted">{words[name].sentence}</span>
          </dt>
          <dd className="num text-right font-medium whitespace-nowrap">
            {summary[name] === null ? (
              <span className="text-small font-normal text-ink-faint">{reasonWords(summary.reasons?.[name])}</span>
            ) : (
              metric(summary[name])
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
