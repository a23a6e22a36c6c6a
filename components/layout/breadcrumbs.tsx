"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { navItemAt } from "./nav-items.tsx";

/** Where a page's own crumbs are put, see PageCrumbs. */
export const crumbSlotId = "page-crumbs";

/** The section an address belongs to; the page adds its own name behind it. */
export function Breadcrumbs() {
  const pathname = usePathname();
  const item = navItemAt(pathname);
  return (
    <nav aria-label="Breadcrumbs" className="min-w-0 flex-1">
      <ol id={crumbSlotId} className="flex min-w-0 items-center">
        {item ? (
          <li className="shrink-0">
            {pathname === item.href ? (
              <span className="font-medium" aria-current="page">
                {item.label}
              </span>
            ) : (
              <Link href={item.href} className="text-ink-muted hover:text-ink">
                {item.label}
              </Link>
            )}
          </li>
        ) : null}
      </ol>
    </nav>
  );
}
