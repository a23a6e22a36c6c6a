import { SkeletonBlock } from "#components/ui/skeleton-block";
import { SkeletonRows } from "#components/ui/skeleton-rows";

export default function Loading() {
  return (
    <div className="grid gap-10">
      <SkeletonBlock height={360} label="Loading the series" />
      <SkeletonRows rows={5} label="Loading columns" />
    </div>
  );
}
