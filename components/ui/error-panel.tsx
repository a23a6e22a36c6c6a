import { Unplug } from "lucide-react";
import type { ReactNode } from "react";
import { Notice } from "./notice.tsx";

type Props = {
  /** What happened, to which thing: "Prometheus eu-1 does not answer". */
  title: string;
  /** The reason and what to do. */
  children?: ReactNode;
  /** "Try again" and at most one quiet button. */
  action?: ReactNode;
  /** A code that the server's log has too. */
  reference?: string;
  level?: 1 | 2 | 3;
};

/** Something could not be read or done. Not a severity: nothing is known about the model. */
export function ErrorPanel({ title, children, action, reference, level }: Props) {
  return (
    <Notice icon={<Unplug aria-hidden="true" strokeWidth={1.75} className="size-4" />} title={title} action={action} level={level} alert>
      {children}
      {reference ? <p className="mt-1 font-mono text-small text-ink-faint">Reference {reference}</p> : null}
    </Notice>
  );
}
