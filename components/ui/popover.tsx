"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { floatStyle } from "./control-style.ts";

type Props = {
  /** A button element. */
  trigger: ReactElement;
  /** Names the popover for readers of the screen; shown as its head. */
  title: string;
  align?: "start" | "center" | "end";
  children: ReactNode;
};

/** More about one thing, beside it. */
export function Popover({ trigger, title, align = "end", children }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={6} collisionPadding={16} className="z-40">
          <Base.Popup
            className={`${floatStyle} max-h-(--available-height) w-[min(420px,calc(100vw-32px))] overflow-y-auto p-4 outline-none`}
          >
            <Base.Title className="font-semibold">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
