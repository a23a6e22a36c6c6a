import type { ReactNode } from "react";

/** A key to press. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className="rounded-inner border border-line-strong px-1 font-sans text-axis text-ink-faint">{children}</kbd>;
}
