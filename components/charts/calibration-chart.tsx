"use client";

import dynamic from "next/dynamic";
import { SkeletonBlock } from "#components/ui/skeleton-block";
import { Legend } from "./legend.tsx";
import { geometryOf } from "./plot-geometry.ts";
import { useWidth } from "./use-width.ts";

/** One bin of scores: mean score, observed share of positives with its interval, rows. */
export type CalibrationBin = { predicted: number; observed: number | null; low?: number | null; high?: number | null; rows: number };

const Plot = dynamic(() => import("./calibration-plot.tsx"), { ssr: false });
const WIDEST = 520;

/** Whether scores can be read as probabilities: on the dashed line they can. Grey bars are the rows of each bin. */
export function CalibrationChart({ label, bins }: { label: string; bins: readonly CalibrationBin[] }) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const drawn = Math.min(width || WIDEST, WIDEST);
  const geometry = geometryOf(drawn, { lane: false, volume: false }, 4);
  const full = { ...geometry, right: drawn - 16 };
  if (bins.every((bin) => bin.observed === null)) return <p className="py-4 text-ink-muted">No labelled scores yet.</p>;
  return (
    <div>
      <p className="mt-2 text-small text-ink-faint">Observed share of positives (up) by mean score (right)</p>
      <div ref={ref} role="img" aria-label={label} className="mt-1" style={{ height: full.height }}>
        {width > 0 ? <Plot bins={bins} geometry={full} /> : <SkeletonBlock height={full.height} label={`Drawing ${label}`} />}
      </div>
      <Legend
        items={[
          { sign: "observed", label: "observed, interval" },
          { sign: "target", label: "perfectly calibrated" },
        ]}
      />
    </div>
  );
}
