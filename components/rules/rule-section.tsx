import type { ReactNode } from "react";

/** One question of the form. */
export function RuleSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-3 border-b border-line pb-6 last:border-0">
      <legend className="mb-3 font-semibold">{title}</legend>
      {children}
    </fieldset>
  );
}
