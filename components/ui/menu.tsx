"use client";

import { Menu as Base } from "@base-ui/react/menu";
import Link from "next/link";
import { Fragment, type ReactElement, type ReactNode } from "react";
import { floatStyle } from "./control-style.ts";

export type MenuEntry = {
  label: string;
  icon?: ReactNode;
  /** Where it leads, or what it does. */
  href?: string;
  onSelect?: () => void;
  disabled?: boolean;
  /** A hairline above: the start of another kind of things. */
  apart?: boolean;
};

type Props = { /** A button element. */ trigger: ReactElement; entries: readonly MenuEntry[]; align?: "start" | "end"; head?: ReactNode };

const entryStyle =
  "flex h-10 w-full cursor-default items-center gap-2.5 rounded-control px-2 text-left outline-none select-none data-disabled:opacity-55 data-highlighted:bg-surface-hover lg:h-8";

/** What else can be done here. */
export function Menu({ trigger, entries, align = "end", head }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={4} collisionPadding={8} className="z-40">
          <Base.Popup className={`${floatStyle} max-h-(--available-height) min-w-48 overflow-y-auto p-1 outline-none`}>
            {head}
            {entries.map((entry) => (
              <Fragment key={entry.label}>
                {entry.apart ? <Base.Separator className="my-1 h-px bg-line" /> : null}
                {entry.href === undefined ? (
                  <Base.Item disabled={entry.disabled} onClick={entry.onSelect} className={entryStyle}>
                    {entry.icon}
                    {entry.label}
                  </Base.Item>
                ) : (
                  <Base.LinkItem closeOnClick render={<Link href={entry.href} />} className={entryStyle}>
                    {entry.icon}
                    {entry.label}
                  </Base.LinkItem>
                )}
              </Fragment>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
