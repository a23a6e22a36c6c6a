import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";

export default function NotFound() {
  return (
    <EmptyState
      level={1}
      title="There is nothing here"
      sentence="It does not exist, was removed, or belongs to a team whose things you cannot see."
      action={<LinkButton href="/">Go to the start</LinkButton>}
    />
  );
}
