import type { ReactNode } from "react";

/** A key to press. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className="rounded-inner border border-current px-1 font-sans text-axis opacity-75">{children}</kbd>;
}
