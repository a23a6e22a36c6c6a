import { PropertyList } from "#components/ui/property-list";
import { count, metric, psi } from "#lib/client/format";
import type { DriftFeature } from "#lib/domain/analysis/answers/drift";
import { reasonWords } from "#lib/domain/models/reason-words";

/** Every distance of a column in one window; one that is not defined says why. */
export function FeatureDistances({ feature: f }: { feature: DriftFeature }) {
  const known = (value: number | null, name: string, write: (value: number) => string = metric) =>
    value === null ? <span className="text-ink-faint">{reasonWords(f.reasons?.[name])}</span> : write(value);
  const { statistic, degreesOfFreedom, pValue, adjustedPValue } = f.chiSquare;
  const adjusted = adjustedPValue ?? pValue;
  const shown = [
    { name: "PSI", value: known(f.psi, "psi", psi) },
    {
      name: "Limit",
      value:
        f.threshold.value === null
          ? "none"
          : `${psi(f.threshold.value)}: the larger of ${psi(f.threshold.practical)} and ${psi(f.threshold.sampling)}, what sampling explains`,
    },
    { name: "JS distance", value: known(f.jsDistance, "jsDistance") },
    { name: "Hellinger", value: known(f.hellinger, "hellinger") },
    ...(f.type === "numeric"
      ? [
          {
            name: "KS",
            value: f.ks === null ? known(null, "ks") : `${metric(f.ks)}, by chance up to ${metric(f.ksCritical)}`,
          },
          {
            name: "Wasserstein",
            value:
              f.wasserstein === null
                ? known(null, "wasserstein")
                : `${metric(f.wasserstein)}${f.normalizedWasserstein === null ? "" : `, ${metric(f.normalizedWasserstein)} sd`}`,
          },
        ]
      : [
          {
            name: "χ²",
            value:
              statistic === null
                ? known(null, "chiSquare")
                : `${metric(statistic)} with ${count(degreesOfFreedom)} df, p ${adjusted !== null && adjusted < 0.001 ? "< 0.001" : metric(adjusted)}`,
          },
          { name: "Cramér’s V", value: metric(f.cramersV) },
        ]),
  ];
  return <PropertyList items={shown} />;
}
