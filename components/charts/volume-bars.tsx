type Props = {
  /** Read aloud: "Rows a day over 18 months, last 24". */
  label: string;
  rows: readonly number[];
  width?: number;
  height?: number;
};

/** How many rows came, in the height of a line of text. */
export function VolumeBars({ label, rows, width = 104, height = 14 }: Props) {
  const most = Math.max(1, ...rows);
  const step = width / Math.max(1, rows.length);
  const bars = rows
    .map((count, at) => {
      const tall = (count / most) * height;
      return `M${(at * step).toFixed(1)} ${height}v${(-tall).toFixed(1)}h${(step * 0.75).toFixed(1)}v${tall.toFixed(1)}z`;
    })
    .join("");
  return (
    <svg role="img" aria-label={label} width={width} height={height} viewBox={`0 0 ${width} ${height}`} className="block shrink-0">
      <path d={bars} fill="var(--chart-volume)" />
    </svg>
  );
}
