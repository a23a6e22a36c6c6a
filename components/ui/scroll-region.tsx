import clsx from "clsx";
import type { ReactNode } from "react";

/** Not interactive, yet it must take the focus: else what is scrolled out cannot be reached by keyboard. */
const reachable = { tabIndex: 0 };

/** Holds what may be wider than the screen, such as a large table. */
export function ScrollRegion({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    <section {...reachable} aria-label={label} className={clsx("overflow-auto rounded-inner", className)}>
      {children}
    </section>
  );
}
