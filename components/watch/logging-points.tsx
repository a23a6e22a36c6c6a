import { CodeBlock } from "#components/ui/code-block";
import { VerdictMark } from "#components/ui/verdict-mark";
import { percent } from "#lib/client/format";
import type { LoggingPoint } from "#lib/domain/models/watch-catalogue";

/** A point with the exact request that sends it; null where the person may not send data. */
export type ShownPoint = LoggingPoint & { command: string | null };

/** What is worth logging: what comes, what does not, and what each makes possible. The missing ones first. */
export function LoggingPoints({ points }: { points: readonly ShownPoint[] }) {
  const order: Record<LoggingPoint["status"], number> = { nothing_yet: 0, missing: 0, partly: 1, arrives: 2 };
  return (
    <ul className="mt-3 border-t border-line">
      {points
        .toSorted((a, b) => order[a.status] - order[b.status])
        .map((point) => (
          <li key={point.key} className="grid gap-x-6 gap-y-1 border-b border-line py-3 md:grid-cols-[152px_minmax(0,1fr)] print-row">
            <Status point={point} />
            <div className="min-w-0">
              <h3 className="font-medium">{point.name}</h3>
              <p className="text-ink-muted">{point.enables}</p>
              {point.status === "arrives" ? null : <p className="mt-1 text-ink-muted">{point.how}</p>}
              {point.command ? (
                <details className="mt-1" open={point.status === "nothing_yet" && point.key === "predictions"}>
                  <summary className="w-fit cursor-pointer rounded-inner text-small text-ink-faint hover:text-ink">
                    {point.status === "arrives" ? "The line that sends it" : "Show the exact line to send"}
                  </summary>
                  <div className="mt-2 max-w-[80ch]">
                    <CodeBlock code={point.command} />
                  </div>
                </details>
              ) : null}
            </div>
          </li>
        ))}
    </ul>
  );
}

function Status({ point: { status, share } }: { point: LoggingPoint }) {
  switch (status) {
    case "arrives":
      return <VerdictMark kind="ok" word="Arrives" />;
    case "partly":
      return <VerdictMark kind="warning" word={`In ${percent(share)} of rows`} />;
    case "missing":
      return <VerdictMark kind="no_data" word="Missing" />;
    case "nothing_yet":
      return <VerdictMark kind="pending" word="Nothing yet" />;
  }
}
