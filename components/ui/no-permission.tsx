import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { Notice } from "./notice.tsx";

type Props = {
  /** What is hidden and for whom it is: "Rows are for scientists and above". */
  title: string;
  /** Why, and whom to ask. */
  children?: ReactNode;
  action?: ReactNode;
  level?: 1 | 2 | 3;
};

export function NoPermission({ title, children, action, level }: Props) {
  return (
    <Notice icon={<Lock aria-hidden="true" strokeWidth={1.75} className="size-4" />} title={title} action={action} level={level}>
      {children}
    </Notice>
  );
}
