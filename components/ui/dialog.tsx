"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { floatStyle } from "./control-style.ts";
import { IconButton } from "./icon-button.tsx";

type Props = {
  title: string;
  description?: ReactNode;
  /** The button that opens it; leave out where `open` is held outside. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Buttons at the bottom, the safe one first. */
  footer?: ReactNode;
  children?: ReactNode;
};

/** A question or a short form over the page. Escape and the cross close it; focus returns to where it was. */
export function Dialog({ title, description, trigger, open, onOpenChange, footer, children }: Props) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-50 bg-surface-sunken opacity-70" />
        <Base.Popup
          className={`${floatStyle} fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-32px)] w-[min(520px,calc(100vw-32px))] -translate-x-1/2 -translate-y-1/2 flex-col outline-none`}
        >
          <div className="flex items-start justify-between gap-4 px-5 pt-4">
            <div className="min-w-0">
              <Base.Title className="text-heading font-semibold tracking-[-0.01em]">{title}</Base.Title>
              {description ? <Base.Description className="mt-1 text-ink-muted">{description}</Base.Description> : null}
            </div>
            <Base.Close
              render={
                <IconButton label="Close" className="-mt-1 -mr-2 shrink-0">
                  <X aria-hidden="true" strokeWidth={1.75} className="size-4" />
                </IconButton>
              }
            />
          </div>
          <div className="min-h-0 overflow-y-auto px-5 py-4">{children}</div>
          {footer ? <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{footer}</div> : null}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
