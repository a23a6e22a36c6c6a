"use client";

import { Menu } from "@base-ui/react/menu";
import clsx from "clsx";
import { Check, ChevronDown } from "lucide-react";
import Link from "next/link";
import { controlStyle, floatStyle } from "./control-style.ts";

type Props = {
  /** The quiet key before the value: "Version". */
  label: string;
  /** Each choice is a URL, so the state of the page can be shared and gone back from. */
  options: readonly { label: string; href: string; current: boolean }[];
};

/** The control for state that lives in the URL: a server component can lay it without any handler. */
export function ControlLinkMenu({ label, options }: Props) {
  const current = options.find((option) => option.current);
  return (
    <Menu.Root>
      <Menu.Trigger className={controlStyle}>
        <span className="text-ink-faint">{label}</span>
        {current?.label ?? "Choose"}
        <ChevronDown aria-hidden="true" strokeWidth={1.75} className="size-3.5 text-ink-faint" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="start" sideOffset={4} className="z-40">
          <Menu.Popup className={`${floatStyle} max-h-80 min-w-44 overflow-y-auto p-1 outline-none`}>
            {options.map((option) => (
              <Menu.LinkItem
                key={option.href}
                closeOnClick
                render={<Link href={option.href} scroll={false} replace />}
                aria-current={option.current ? "true" : undefined}
                className="flex h-10 items-center gap-2 rounded-control px-2 outline-none data-highlighted:bg-surface-hover lg:h-8"
              >
                <Check aria-hidden="true" strokeWidth={1.75} className={clsx("size-4 shrink-0", option.current ? "" : "invisible")} />
                {option.label}
              </Menu.LinkItem>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
