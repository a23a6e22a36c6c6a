import clsx from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";

export type Column<Row> = {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  align?: "left" | "right";
  /** Left out below this width; what matters must not be only there. */
  from?: "md" | "lg" | "xl" | "wide";
  /** Fixed width in px from md on. */
  width?: number;
  /** On phones the cell stands without its column's name. */
  bare?: boolean;
};

type Props<Row> = {
  /** Names the table for readers of the screen. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The whole row leads there; the first cell holds the link. */
  rowHref?: (row: Row) => string | null;
  selectedKey?: string;
  /** The head stays in sight below the top bar. */
  sticky?: boolean;
  /** Shown instead of rows. */
  empty?: ReactNode;
};

const hiddenBelow = {
  md: "max-md:hidden",
  lg: "max-lg:hidden",
  xl: "max-xl:hidden",
  wide: "max-wide:hidden",
} as const;

/** A table with names of columns. On phones each row becomes a stack of name and value. */
export function DataTable<Row>({ caption, columns, rows, rowKey, rowHref, selectedKey, sticky = false, empty }: Props<Row>) {
  if (rows.length === 0 && empty) return empty;
  return (
    <table className="w-full border-collapse max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead className={clsx("max-md:sr-only", sticky && "md:sticky md:top-14 md:z-10 md:bg-surface")}>
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              style={column.width ? { width: column.width } : undefined}
              className={clsx(
                "border-b border-line pr-5 pb-2 text-small font-normal whitespace-nowrap text-ink-faint last:pr-0",
                column.align === "right" ? "text-right" : "text-left",
                column.from && hiddenBelow[column.from],
              )}
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {rows.map((row) => {
          const key = rowKey(row);
          const href = rowHref?.(row) ?? null;
          return (
            <tr
              key={key}
              aria-selected={selectedKey === key ? true : undefined}
              className={clsx(
                "relative border-b border-line max-md:block max-md:py-3 print-row",
                href && "hover:bg-surface-hover",
                selectedKey === key && "bg-accent-soft",
              )}
            >
              {columns.map((column, at) => (
                <td
                  key={column.key}
                  className={clsx(
                    "num align-baseline md:py-2.5 md:pr-5 md:last:pr-0",
                    // a column that is left out below a width is left out of the stack of a phone as well
                    !column.from && "max-md:flex max-md:justify-between max-md:gap-4 max-md:py-0.5",
                    column.align === "right" && (column.bare ? "text-right max-md:justify-end" : "md:text-right"),
                    column.from && hiddenBelow[column.from],
                  )}
                >
                  {column.bare || at === 0 ? null : (
                    <span aria-hidden="true" className="text-ink-faint md:hidden">
                      {column.header}
                    </span>
                  )}
                  {at === 0 && href ? (
                    <Link href={href} className="font-medium after:absolute after:inset-0">
                      {column.cell(row)}
                    </Link>
                  ) : (
                    column.cell(row)
                  )}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
