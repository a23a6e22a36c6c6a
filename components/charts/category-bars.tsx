import clsx from "clsx";
import { percent } from "#lib/client/format";

export type CategoryShare = {
  category: string;
  /** Shares of 1; null where that side has no rows. */
  reference: number | null;
  current: number | null;
  /** Not seen in the reference. */
  isNew?: boolean;
};

type Props = { label: string; categories: readonly CategoryShare[]; referenceName?: string; currentName: string };

/** Shares of categories: reference as grey bar, current as blue outline, largest change first as they are given. */
export function CategoryBars({ label, categories, referenceName = "reference", currentName }: Props) {
  const most = Math.max(1e-9, ...categories.flatMap((row) => [row.reference ?? 0, row.current ?? 0]));
  const width = (share: number | null) => ({ width: `${((share ?? 0) / most) * 100}%` });
  return (
    <table className="w-full">
      <caption className="sr-only">{label}</caption>
      <thead className="text-small text-ink-faint">
        <tr>
          <th scope="col" className="pb-1.5 text-left font-normal">
            Category
          </th>
          <td className="w-2/5 pb-1.5" />
          <th scope="col" className="pb-1.5 pl-4 text-right font-normal">
            {referenceName}
          </th>
          <th scope="col" className="pb-1.5 pl-4 text-right font-normal">
            {currentName}
          </th>
        </tr>
      </thead>
      <tbody>
        {categories.map((row) => (
          <tr key={row.category} className="border-t border-line">
            <th scope="row" className="max-w-40 py-1.5 pr-4 text-left font-normal">
              <span className="block truncate" title={row.category}>
                {row.category}
              </span>
              {row.isNew ? <span className="block text-small text-ink-faint">not in the reference</span> : null}
            </th>
            <td aria-hidden="true" className="py-1.5">
              <span className="relative block h-4">
                <span className="absolute inset-y-0.5 left-0 bg-chart-reference opacity-75" style={width(row.reference)} />
                <span
                  className={clsx("absolute inset-y-0 left-0 border border-series-1", row.current ? "" : "border-y-0")}
                  style={width(row.current)}
                />
              </span>
            </td>
            <td className="py-1.5 pl-4 text-right text-ink-muted">{percent(row.reference)}</td>
            <td className="py-1.5 pl-4 text-right font-medium">{percent(row.current)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
