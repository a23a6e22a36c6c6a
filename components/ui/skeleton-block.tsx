/** A place kept for a figure or a chart of a known height. */
export function SkeletonBlock({ height, label = "Loading" }: { height: number; label?: string }) {
  return (
    <div role="status" aria-label={label} style={{ height }}>
      <div className="appear-late h-full rounded-control bg-surface-sunken" />
    </div>
  );
}
