import clsx from "clsx";
import type { ReactNode } from "react";

/** A key to press. `onAccent` on a filled button, where it takes the button's ink. */
export function Kbd({ children, onAccent = false }: { children: ReactNode; onAccent?: boolean }) {
  return (
    <kbd
      className={clsx(
        "rounded-inner border px-1 font-sans text-axis",
        onAccent ? "border-current text-ink-on-accent" : "border-line-strong text-ink-faint",
      )}
    >
      {children}
    </kbd>
  );
}
