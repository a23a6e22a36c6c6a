import type { ReactNode } from "react";
import { type VerdictKind, VerdictMark } from "./verdict-mark.tsx";

type Props = {
  kind: VerdictKind /** "Partial", "Saved" … */;
  word: string;
  children: ReactNode;
  action?: ReactNode /** Read aloud when it appears. */;
  live?: boolean;
};

/** One line above what it is about: mark, word, reason. */
export function InlineAlert({ kind, word, children, action, live = false }: Props) {
  return (
    <div role={live ? (kind === "critical" ? "alert" : "status") : undefined} className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
      <VerdictMark kind={kind} word={word} />
      <span className="num min-w-0 text-ink-muted">{children}</span>
      {action}
    </div>
  );
}
