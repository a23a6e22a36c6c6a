const widths = ["w-7/12", "w-5/12", "w-6/12"];

/** Bars in the shape of the rows to come, after 200 ms, without shimmer. */
export function SkeletonRows({ rows = 3, label = "Loading" }: { rows?: number; label?: string }) {
  return (
    <div role="status" aria-label={label} className="appear-late">
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <div
          key={row}
          className="grid grid-cols-[72px_minmax(0,1fr)_56px] items-center gap-5 border-b border-line py-4 first:pt-0 md:grid-cols-[88px_minmax(0,1fr)_120px_56px]"
        >
          <span className="block h-3 rounded-inner bg-surface-active" />
          <span className="grid gap-2">
            <span className={`block h-3 rounded-inner bg-surface-active ${widths[row % widths.length]}`} />
            <span className="block h-2.5 w-4/12 rounded-inner bg-surface-active" />
          </span>
          <span className="hidden h-6 rounded-inner bg-surface-active md:block" />
          <span className="block h-3 rounded-inner bg-surface-active" />
        </div>
      ))}
    </div>
  );
}
