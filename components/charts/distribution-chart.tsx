"use client";

import dynamic from "next/dynamic";
import { SkeletonBlock } from "#components/ui/skeleton-block";
import { axisFor } from "#lib/client/chart-scale";
import type { DistributionBin } from "./distribution-spark.tsx";
import { Legend } from "./legend.tsx";
import { geometryOf } from "./plot-geometry.ts";
import { useWidth } from "./use-width.ts";

export type { DistributionBin } from "./distribution-spark.tsx";

const Plot = dynamic(() => import("./distribution-plot.tsx"), { ssr: false });

type Props = {
  /** Read aloud: "Longitude: reference and March 2022". */
  label: string;
  bins: readonly DistributionBin[];
  currentName: string;
  referenceName?: string;
};

/** Reference as grey fill, current as blue step line, on the same axis from the 1st to the 99th percentile. */
export function DistributionChart({ label, bins, currentName, referenceName = "reference" }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const shares = axisFor([0, ...bins.flatMap((bin) => [bin.reference, bin.current])]);
  const values = axisFor(bins.flatMap((bin) => [bin.from, bin.to]));
  if (!shares || !values || bins.length === 0) return <p className="py-4 text-ink-muted">No rows to lay out yet.</p>;
  const geometry = geometryOf(width || 960, { lane: false, volume: false, small: true }, 4);
  const full = { ...geometry, right: geometry.width - 8 };
  return (
    <div>
      <div ref={ref} role="img" aria-label={label} className="mt-3" style={{ height: full.height }}>
        {width > 0 ? (
          <Plot bins={bins} axis={shares} valueAxis={values} geometry={full} />
        ) : (
          <SkeletonBlock height={full.height} label={`Drawing ${label}`} />
        )}
      </div>
      <Legend
        items={[
          { sign: "reference", label: referenceName },
          { sign: "current", label: currentName },
        ]}
      />
    </div>
  );
}
