import { CodeBlock } from "#components/ui/code-block";
import { bodyOfModel, type ModelDraft } from "#lib/client/model-draft";

/** The same registration for a script, from what stands in the form. */
export function CommandInstead({ draft }: { draft: ModelDraft }) {
  const body = { slug: draft.slug || "my-model", ...bodyOfModel(draft) };
  return (
    <details className="text-ink-muted">
      <summary className="w-fit cursor-pointer rounded-inner hover:text-ink">The same as a command</summary>
      <div className="mt-3 grid max-w-[72ch] grid-cols-[minmax(0,1fr)] gap-3">
        <p>Save this as model.json beside your training code:</p>
        <CodeBlock code={JSON.stringify(body, null, 2)} copyLabel="Copy model.json" />
        <CodeBlock code="npm run -s modelwatch -- model create --file model.json" />
      </div>
    </details>
  );
}
