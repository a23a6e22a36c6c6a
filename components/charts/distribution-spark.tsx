import { stepPath } from "#lib/client/chart-scale";

export type DistributionBin = {
  from: number;
  to: number;
  /** Shares of 1; null where that side has no rows. */
  reference: number | null;
  current: number | null;
};

type Props = {
  /** Read aloud: "Longitude: reference and March". */
  label: string;
  bins: readonly DistributionBin[];
  width?: number;
  height?: number;
};

/** Two distributions in the height of a row: reference as grey fill, current as a blue step line. */
export function DistributionSpark({ label, bins, width = 200, height = 36 }: Props) {
  const base = height - 1;
  const most = Math.max(1e-9, ...bins.flatMap((bin) => [bin.reference ?? 0, bin.current ?? 0]));
  const edges = Array.from({ length: bins.length + 1 }, (_, at) => (at / Math.max(1, bins.length)) * width);
  const tops = (side: "reference" | "current") => bins.map((bin) => base - ((bin[side] ?? 0) / most) * (base - 3));
  const has = (side: "reference" | "current") => bins.some((bin) => bin[side] !== null);
  const current = stepPath(edges, tops("current"), base);
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className="block max-w-full shrink-0"
    >
      {has("reference") ? <path d={`${stepPath(edges, tops("reference"), base)}Z`} fill="var(--chart-reference)" opacity={0.75} /> : null}
      {has("current") ? (
        <>
          <path d={`${current}Z`} fill="var(--series-1)" fillOpacity={0.14} />
          <path d={current} fill="none" stroke="var(--series-1)" strokeWidth={1.25} />
        </>
      ) : null}
      <path d={`M0 ${base}H${width}`} stroke="var(--line-strong)" />
    </svg>
  );
}
