"use client";

import Link from "next/link";
import { Fragment, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { crumbSlotId } from "./breadcrumbs.tsx";

export type Crumb = { label: string; href?: string };

/** A page names itself in the top bar: <PageCrumbs items={[{ label: "California housing" }]} />. The last one is the page. */
export function PageCrumbs({ items }: { items: readonly Crumb[] }) {
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  useEffect(() => setSlot(document.getElementById(crumbSlotId)), []);
  if (!slot) return null;
  return createPortal(
    items.map((item, at) => (
      <Fragment key={item.label}>
        <li aria-hidden="true" className="px-2 text-ink-faint first:hidden">
          /
        </li>
        {/* What lies between gives way before the page's own name. */}
        <li className={`min-w-0 truncate ${at < items.length - 1 ? "shrink-[99999]" : ""}`}>
          {item.href && at < items.length - 1 ? (
            <Link href={item.href} className="text-ink-muted hover:text-ink">
              {item.label}
            </Link>
          ) : (
            <span className="font-medium" aria-current="page">
              {item.label}
            </span>
          )}
        </li>
      </Fragment>
    )),
    slot,
  );
}
