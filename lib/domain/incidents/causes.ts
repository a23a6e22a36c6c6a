import type { RootCauseAnswer } from "#lib/domain/analysis/answers/root-cause";
import type { Cause } from "./incident-evidence.ts";

const share = (value: number | null) => (value === null ? "–" : `${Math.round(value * 100)}\u202f%`);
const metric = (value: number | null) => (value === null ? "–" : value.toFixed(3).replace("-", "−"));
const few = 3;
const limit = 0.2;

type About = { slug: string; window: string; deployments: readonly string[] };

/** Likely causes with their figures, the strongest first, and what was looked at and speaks against itself. */
export function causesOf(answer: RootCauseAnswer, { slug, window, deployments }: About): { causes: Cause[]; ruledOut: string[] } {
  const drifted = answer.features.filter(({ drifted: is }) => is);
  const causes: Cause[] = [];
  const worst = drifted[0];
  if (worst) {
    const others = drifted.length - 1;
    causes.push({
      title: drifted.length > 1 ? "The data comes from somewhere else" : `${worst.feature} has moved`,
      sentence: `${worst.feature} is at ${Math.round((worst.psi ?? 0) / limit)} times the drift limit in ${window}${others > 0 ? `, and ${others} more ${others === 1 ? "column has" : "columns have"} moved` : ""}.`,
      strength: (worst.psi ?? 0) > 5 * limit ? "strong" : (worst.psi ?? 0) > 2 * limit ? "medium" : "weak",
      figures: drifted
        .slice(0, few)
        .map((feature) => ({ name: `PSI of ${feature.feature}`, reference: "limit 0.20", current: metric(feature.psi) })),
      href: `/models/${slug}/drift`,
    });
  }
  for (const segment of answer.segments.filter(({ share: part }) => (part ?? 0) > 0.1).slice(0, few))
    causes.push({
      title: `${segment.value} accounts for much of it`,
      sentence: `${segment.value} (${segment.name}) goes with ${share(segment.share)} of the change in ${answer.label.toLowerCase()}: ${Math.abs(segment.mix) > Math.abs(segment.rate) ? "it became more or less frequent" : "it was decided worse"}.`,
      strength: (segment.share ?? 0) > 0.5 ? "strong" : (segment.share ?? 0) > 0.25 ? "medium" : "weak",
      figures: [
        { name: `Share of ${segment.value}`, reference: share(segment.referenceShare), current: share(segment.currentShare) },
        { name: answer.label, reference: metric(segment.referenceValue), current: metric(segment.currentValue) },
      ],
      href: `/models/${slug}?segment=${encodeURIComponent(`${segment.name}:${segment.value}`)}`,
    });
  if (deployments.length)
    causes.push({
      title: "A new version was seen",
      sentence: `${deployments.join(", ")} ${deployments.length === 1 ? "was" : "were"} seen first in ${window} or after.`,
      strength: "medium",
      figures: [],
      href: `/models/${slug}/versions`,
    });
  const rank = { strong: 0, medium: 1, weak: 2 };
  const ruledOut = [
    ...(deployments.length ? [] : [`No new version was seen since ${window}.`]),
    ...(worst ? [] : ["No column drifted beyond its limit."]),
  ];
  return { causes: causes.toSorted((a, b) => rank[a.strength] - rank[b.strength]), ruledOut };
}

type Past = { startedAt: string; recoveredAt: string | null; resolveReason: string | null };

/** "Aug 2026, 31 d. Resolved as “Data changed”." */
export function similarSentence({ startedAt, recoveredAt, resolveReason }: Past): string {
  const month = new Intl.DateTimeFormat("en", { month: "short", year: "numeric", timeZone: "UTC" }).format(Date.parse(startedAt));
  const days = recoveredAt === null ? null : Math.max(1, Math.round((Date.parse(recoveredAt) - Date.parse(startedAt)) / 86_400_000));
  return `${month}${days === null ? "" : `, ${days} d`}.${resolveReason ? ` Resolved as “${resolveReason}”.` : " Not resolved."}`;
}
