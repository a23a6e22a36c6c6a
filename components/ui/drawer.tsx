"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { IconButton } from "./icon-button.tsx";

type Props = {
  title: string;
  trigger: ReactElement;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  children: ReactNode;
};

/** A panel from the left edge: the navigation on narrow screens. */
export function Drawer({ title, trigger, open, onOpenChange, children }: Props) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-50 bg-surface-sunken opacity-70" />
        <Base.Popup className="fixed inset-y-0 left-0 z-50 flex w-[min(288px,calc(100vw-48px))] flex-col overflow-y-auto bg-surface-sunken px-2.5 pb-4 text-body text-ink shadow-float outline-none">
          <div className="flex h-14 shrink-0 items-center justify-between pl-2">
            <Base.Title className="text-prose font-semibold tracking-[-0.01em]">{title}</Base.Title>
            <Base.Close
              render={
                <IconButton label="Close">
                  <X aria-hidden="true" strokeWidth={1.75} className="size-4" />
                </IconButton>
              }
            />
          </div>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
