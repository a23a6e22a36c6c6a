"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

export type Tab = { href: string; label: string /** A figure behind the label, only when it is worth a look. */; count?: number };

type Props = {
  label: string;
  tabs: readonly Tab[];
  /** The first tab's address is a prefix of all others, so it is current only when it matches wholly. */
  exact?: string;
};

/** Pages of one thing. Links, so each has an address; the row scrolls sideways where it is narrow. */
export function TabsNav({ label, tabs, exact }: Props) {
  const pathname = usePathname();
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // Where the row scrolls sideways the page one is on must be in sight.
    const current = pathname && nav.current?.querySelector("[aria-current]");
    if (!nav.current || !current) return;
    const [row, tab] = [nav.current.getBoundingClientRect(), current.getBoundingClientRect()];
    nav.current.scrollLeft += tab.left + tab.width / 2 - (row.left + row.width / 2);
  }, [pathname]);
  const isCurrent = (href: string) => {
    const path = href.split("?")[0] ?? href;
    return pathname === path || (path !== exact && pathname.startsWith(`${path}/`));
  };
  return (
    <nav ref={nav} aria-label={label} className="-mx-4 overflow-x-auto px-4 lg:mx-0 lg:px-0 print:hidden">
      <ul className="flex min-w-max gap-5 border-b border-line">
        {tabs.map((tab) => {
          const current = isCurrent(tab.href);
          return (
            <li key={tab.href}>
              <Link
                href={tab.href}
                aria-current={current ? "page" : undefined}
                className={clsx(
                  "-mb-px block border-b-2 pt-1 pb-2 whitespace-nowrap -outline-offset-2 max-lg:pt-2.5 max-lg:pb-2.5",
                  current ? "border-ink font-medium text-ink" : "border-transparent text-ink-muted hover:text-ink",
                )}
              >
                {tab.label}
                {tab.count ? <span className="num ml-1 text-small font-normal text-ink-faint">{tab.count}</span> : null}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
