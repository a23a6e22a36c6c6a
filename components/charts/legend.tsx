import { type ReactNode, useId } from "react";
import { Hatch } from "./hatch.tsx";

const line = (stroke: string, width: number, dash?: string) => (
  <path d="M0 6H20" stroke={stroke} strokeWidth={width} strokeDasharray={dash} />
);

/** Each sign of a chart as it is drawn there. */
const signs = {
  observed: (
    <>
      {line("var(--chart-observed)", 2)}
      <circle cx="10" cy="6" r="3" fill="var(--chart-observed)" />
    </>
  ),
  estimate: (
    <>
      {line("var(--chart-estimate)", 1.25, "4 3")}
      <circle cx="10" cy="6" r="2.5" fill="var(--surface)" stroke="var(--chart-estimate)" strokeWidth="1.25" />
    </>
  ),
  band: (
    <>
      <rect width="20" height="12" fill="var(--chart-band)" />
      <path d="M0 5H20" stroke="var(--chart-reference)" />
    </>
  ),
  limit: line("var(--critical)", 1.25),
  warning: line("var(--warning)", 1.25),
  target: line("var(--ink-muted)", 1.25, "4 3"),
  breach: <circle cx="10" cy="6" r="4.5" fill="var(--critical)" />,
  episode: <rect width="20" height="12" fill="var(--critical-soft)" />,
  reference: <rect x="4" y="1" width="10" height="10" fill="var(--chart-reference)" />,
  current: <rect x="4.5" y="1.5" width="9" height="9" fill="none" stroke="var(--series-1)" strokeWidth="1.5" />,
  referenceDot: <circle cx="10" cy="6" r="4" fill="var(--surface)" stroke="var(--chart-reference)" strokeWidth="2" />,
  currentDot: <circle cx="10" cy="6" r="4.5" fill="var(--series-1)" />,
} satisfies Record<string, ReactNode>;

export type LegendSign = keyof typeof signs | "pending";
export type LegendItem = { sign: LegendSign; label: string };

/** What the signs mean, below the plot at the left. */
export function Legend({ items }: { items: readonly LegendItem[] }) {
  const id = useId();
  return (
    <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-small text-ink-muted">
      {items.map((item) => (
        <li key={item.label} className="inline-flex items-center gap-1.5 whitespace-nowrap">
          <svg width="20" height="12" aria-hidden="true" fill="none">
            {item.sign === "pending" ? (
              <>
                <defs>
                  <Hatch id={id} />
                </defs>
                <rect width="20" height="12" fill={`url(#${id})`} opacity=".6" />
              </>
            ) : (
              signs[item.sign]
            )}
          </svg>
          {item.label}
        </li>
      ))}
    </ul>
  );
}
