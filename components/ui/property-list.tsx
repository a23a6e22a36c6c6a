import { Fragment, type ReactNode } from "react";

export type Property = { name: string; value: ReactNode };

/** Facts: name left, value right of it. Values that are absent say so themselves. */
export function PropertyList({ items, dense = false }: { items: readonly Property[]; dense?: boolean }) {
  return (
    <dl
      className={dense ? "grid grid-cols-[112px_minmax(0,1fr)] gap-x-3 gap-y-1.5" : "grid grid-cols-[96px_minmax(0,1fr)] gap-x-3 gap-y-2.5"}
    >
      {items.map((item) => (
        <Fragment key={item.name}>
          <dt className="text-ink-faint">{item.name}</dt>
          <dd className="num min-w-0 break-words">{item.value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
