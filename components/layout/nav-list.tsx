"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { count } from "#lib/client/format";
import { navItemAt, navItemsFor } from "./nav-items.tsx";

type Props = {
  permissions: readonly string[];
  /** Figures behind the labels, by address: { "/incidents": 3 }. */
  counts: Readonly<Record<string, number>>;
  onNavigate?: () => void;
};

/** The pages this person may see, in groups. */
export function NavList({ permissions, counts, onNavigate }: Props) {
  const current = navItemAt(usePathname());
  const items = navItemsFor(permissions);
  const groups = [...new Set(items.map((item) => item.group))];
  return (
    <div className="flex flex-1 flex-col gap-4 pt-1">
      {groups.map((group) => (
        <div key={group}>
          {group ? <div className="px-2.5 pb-1 text-small text-ink-faint folded:sr-only">{group}</div> : null}
          <ul aria-label={group || "Pages"} className="flex flex-col gap-0.5">
            {items
              .filter((item) => item.group === group)
              .map(({ href, label, icon: Icon }) => (
                <li key={href}>
                  <Link
                    href={href}
                    title={label}
                    onClick={onNavigate}
                    aria-current={current?.href === href ? "page" : undefined}
                    className={clsx(
                      "flex h-10 items-center gap-2.5 rounded-control px-2.5 lg:h-8 folded:justify-center folded:px-0",
                      current?.href === href
                        ? "bg-surface-active font-medium text-ink"
                        : "text-ink-muted hover:bg-surface-hover hover:text-ink",
                    )}
                  >
                    <Icon aria-hidden="true" strokeWidth={1.75} className="size-4 shrink-0" />
                    <span className="flex-1 truncate folded:sr-only">{label}</span>
                    {counts[href] ? (
                      <span className="num text-small font-normal text-ink-faint folded:hidden">{count(counts[href])}</span>
                    ) : null}
                  </Link>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
