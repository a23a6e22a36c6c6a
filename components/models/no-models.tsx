import { Plus } from "lucide-react";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import { firstModelCommands } from "#lib/domain/models/next-commands";

/** The first visit: how a model gets here. */
export function NoModels({ title, mayAdd }: { /** Of the page, for readers of the screen. */ title: string; mayAdd: boolean }) {
  return (
    <>
      <h1 className="sr-only">{title}</h1>
      <EmptyState
        title="No models yet"
        sentence="Add one by hand, or register it and send its first predictions from where it runs. npm run demo shows three models with public data."
        command={firstModelCommands}
        action={
          mayAdd ? (
            <LinkButton href="/models/new" variant="primary">
              <Plus aria-hidden="true" strokeWidth={1.75} className="size-4" />
              Add model
            </LinkButton>
          ) : null
        }
      />
    </>
  );
}
