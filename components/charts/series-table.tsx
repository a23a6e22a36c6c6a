import { ScrollRegion } from "#components/ui/scroll-region";

export type SeriesTableData = { columns: readonly string[]; rows: readonly (readonly string[])[] };

/** The figures behind a chart, for readers of the screen, for paper and for copying. */
export function SeriesTable({ caption, data }: { caption: string; data: SeriesTableData }) {
  return (
    <details className="mt-2 text-small">
      <summary className="w-fit cursor-pointer rounded-inner text-ink-faint hover:text-ink print:hidden">Show as table</summary>
      <ScrollRegion label={`${caption} as a table`} className="mt-2 max-h-80">
        <table className="w-full">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              {data.columns.map((column, at) => (
                <th
                  key={column}
                  scope="col"
                  className={`border-b border-line py-1 pr-4 font-normal whitespace-nowrap text-ink-faint ${at === 0 ? "text-left" : "text-right"}`}
                >
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <tr key={row.join(" ")} className="border-b border-line">
                {row.map((cell, at) =>
                  at === 0 ? (
                    <th key={data.columns[at]} scope="row" className="py-1 pr-4 text-left font-normal whitespace-nowrap">
                      {cell}
                    </th>
                  ) : (
                    <td key={data.columns[at]} className="py-1 pr-4 text-right whitespace-nowrap">
                      {cell}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}
