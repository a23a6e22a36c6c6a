import { SectionHead } from "#components/ui/section-head";
import { VerdictMark } from "#components/ui/verdict-mark";
import { type SystemStatus, systemLines } from "#lib/domain/models/system-status";

const words = { ok: "Well", warning: "Warning", critical: "Critical" } as const;

/** How Modelwatch itself is: a late worker means that verdicts are old. */
export function SystemState({ status }: { status: SystemStatus }) {
  return (
    <section>
      <SectionHead title="System" />
      <ul className="mt-2">
        {systemLines(status).map((line) => (
          <li key={line.name} className="flex items-baseline gap-2 border-t border-line py-2.5">
            <VerdictMark kind={line.kind} word={words[line.kind]} iconOnly />
            <span className="shrink-0">{line.name}</span>
            <span className="num min-w-0 flex-1 text-right text-ink-muted">{line.text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
