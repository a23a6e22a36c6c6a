import clsx from "clsx";
import type { ReactNode } from "react";

const tones = {
  neutral: "bg-unknown-soft text-ink",
  accent: "bg-accent-soft text-ink",
  ok: "bg-ok-soft text-ok",
  warning: "bg-warning-soft text-warning",
  critical: "bg-critical-soft text-critical",
} as const;

type Props = { tone?: keyof typeof tones /** Quiet words before the value. */; name?: string; icon?: ReactNode; children: ReactNode };

/** A small fact beside a title. Severity tones only for severity, with an icon. */
export function Chip({ tone = "neutral", name, icon, children }: Props) {
  return (
    <span
      className={clsx("inline-flex h-6 items-center gap-1.5 rounded-control px-2 text-small font-medium whitespace-nowrap", tones[tone])}
    >
      {icon}
      {name ? <span className="font-normal text-ink-muted">{name}</span> : null}
      {children}
    </span>
  );
}
