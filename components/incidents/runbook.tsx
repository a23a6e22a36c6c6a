import { BookOpen } from "lucide-react";
import { Markdown } from "#components/ui/markdown";
import { SectionHead } from "#components/ui/section-head";

/** What to do, as the rule's owner wrote it. */
export function Runbook({ runbook }: { runbook: { text: string | null; url: string | null } }) {
  return (
    <section>
      <SectionHead
        title={
          <span className="inline-flex items-center gap-2">
            <BookOpen aria-hidden="true" strokeWidth={1.75} className="size-4" />
            Runbook
          </span>
        }
      />
      <div className="mt-2 text-ink-muted">{runbook.text ? <Markdown text={runbook.text} /> : null}</div>
      {runbook.url && /^https?:\/\//.test(runbook.url) ? (
        <a href={runbook.url} rel="noopener noreferrer" target="_blank" className="mt-2 inline-block text-accent hover:underline">
          Open full runbook
        </a>
      ) : null}
    </section>
  );
}
