"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
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

/** One of a few, within the menu: a theme, an order. */
export type MenuChoice = {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
};

type Props = {
  /** A button element. */
  trigger: ReactElement;
  entries: readonly MenuEntry[];
  /** Stands above the entries. */
  choice?: MenuChoice;
  align?: "start" | "end";
};

const entryStyle =
  "flex h-10 w-full cursor-default items-center gap-2.5 rounded-control px-2 text-left outline-none select-none data-disabled:opacity-55 data-highlighted:bg-surface-hover lg:h-8";

/** What else can be done here. */
export function Menu({ trigger, entries, choice, align = "end" }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={4} collisionPadding={8} className="z-40">
          <Base.Popup className={`${floatStyle} max-h-(--available-height) min-w-48 overflow-y-auto p-1 outline-none`}>
            {choice ? <Choice {...choice} /> : null}
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

function Choice({ label, value, options, onChange }: MenuChoice) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-small text-ink-faint">{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={(next: string) => onChange(next)}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className={entryStyle}>
            <span className="size-4 shrink-0">
              <Base.RadioItemIndicator>
                <Check aria-hidden="true" strokeWidth={1.75} className="size-4" />
              </Base.RadioItemIndicator>
            </span>
            {option.label}
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}
