import { SkeletonRows } from "#components/ui/skeleton-rows";

export default function Loading() {
  return <SkeletonRows rows={7} label="Loading models" />;
}
