"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";

type Props = { /** Can be focused: a button or a link. */ trigger: ReactElement; children: ReactNode };

/** One line about a thing, on hover and on focus. Never the only place where something is said. */
export function Tooltip({ trigger, children }: Props) {
  return (
    <Base.Root>
      <Base.Trigger delay={300} render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} collisionPadding={8} className="z-50">
          <Base.Popup className="max-w-72 rounded-control bg-ink px-2 py-1 text-small text-surface">{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
