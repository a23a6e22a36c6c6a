import type { ReactNode } from "react";

type Props = {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  level?: 1 | 2 | 3;
  /** Read aloud at once: it took the place of something the person asked for. */
  alert?: boolean;
};

const headings = { 1: "h1", 2: "h2", 3: "h3" } as const;

/** An icon, a statement, its reason and the next step: the shape of all states that are not content. */
export function Notice({ icon, title, children, action, level = 2, alert = false }: Props) {
  const Heading = headings[level];
  return (
    <div role={alert ? "alert" : undefined} className="flex gap-3">
      <span className="pt-0.5 text-ink-faint">{icon}</span>
      <div className="max-w-[52ch] min-w-0">
        <Heading className="text-prose font-medium">{title}</Heading>
        {children ? <div className="mt-1 text-ink-muted">{children}</div> : null}
        {action ? <div className="mt-4 flex flex-wrap gap-2">{action}</div> : null}
      </div>
    </div>
  );
}
