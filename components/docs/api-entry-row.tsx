import { CodeBlock } from "#components/ui/code-block";
import type { ApiEntry } from "#lib/domain/api/api-entry";
import { ApiFields } from "./api-fields.tsx";

/** One operation: what it does in a line, how to call it when opened. */
export function ApiEntryRow({ entry }: { entry: ApiEntry }) {
  const { method, path, summary, permission, role, status, inPath, inQuery, body, example } = entry;
  return (
    <details id={entry.id} className="scroll-mt-20 border-b border-line">
      <summary className="flex cursor-pointer flex-wrap items-baseline gap-x-4 gap-y-1 py-2.5 hover:bg-surface-hover">
        <span className="w-16 font-mono text-small font-semibold">{method}</span>
        <code className="font-mono text-small break-all">{path}</code>
        <span className="text-body text-ink-muted">{summary}</span>
      </summary>
      <div className="grid gap-4 pb-5 md:pl-20">
        <p className="text-body text-ink-muted">
          Needs the permission <code className="font-mono text-small">{permission}</code>, which the role {role} and those above it have.
          Answers {status}
          {status === 204 ? " without a body" : ""}.
        </p>
        <ApiFields caption="In the path" fields={inPath} />
        <ApiFields caption="In the query" fields={inQuery} />
        {body ? <p className="text-body text-ink-muted">The body is {body.types.join(" or ")}.</p> : null}
        <ApiFields caption="In the JSON body" fields={body?.fields ?? []} />
        <CodeBlock code={example} />
      </div>
    </details>
  );
}
