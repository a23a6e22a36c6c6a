import { ScrollRegion } from "#components/ui/scroll-region";
import { count, percent } from "#lib/client/format";

type Props = {
  label: string;
  classes: readonly string[];
  /** counts[actual][predicted]. */
  counts: readonly (readonly number[])[];
  /** Words before a class: "was high", "said high". */
  actualWord?: string;
  predictedWord?: string;
};

/** What was said for what was true: counts with the share of the row; the diagonal is in ink. */
export function ConfusionMatrix({ label, classes, counts, actualWord = "was", predictedWord = "said" }: Props) {
  return (
    <ScrollRegion label={label}>
      <table className="w-full">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr className="text-small text-ink-faint">
            <td />
            {classes.map((name) => (
              <th key={name} scope="col" className="pb-1.5 pl-4 text-right font-normal whitespace-nowrap">
                {predictedWord} {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {classes.map((actual, row) => {
            const cells = counts[row] ?? [];
            const total = cells.reduce((sum, cell) => sum + cell, 0);
            return (
              <tr key={actual} className="border-t border-line">
                <th scope="row" className="py-1.5 text-left font-normal whitespace-nowrap text-ink-muted">
                  {actualWord} {actual}
                </th>
                {classes.map((predicted, column) => (
                  <td key={predicted} className="py-1.5 pl-4 text-right whitespace-nowrap">
                    <span className={row === column ? "font-medium" : "text-ink-muted"}>{count(cells[column] ?? 0)}</span>
                    <span className="ml-1.5 inline-block min-w-11 text-small text-ink-faint">
                      {total > 0 ? percent((cells[column] ?? 0) / total) : "–"}
                    </span>
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
