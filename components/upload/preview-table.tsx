import { ScrollRegion } from "#components/ui/scroll-region";
import type { Preview } from "#lib/client/preview";

/** The first rows of a file, as they are. */
export function PreviewTable({ preview, name }: { preview: Preview; name: string }) {
  return (
    <ScrollRegion label={`First rows of ${name}`} className="max-h-72 border-y border-line">
      <table className="min-w-full text-small">
        <caption className="sr-only">First rows of {name}</caption>
        <thead>
          <tr>
            {preview.columns.map((column) => (
              <th
                key={column.name}
                scope="col"
                className="sticky top-0 border-b border-line bg-surface py-1.5 pr-4 text-left font-mono font-normal whitespace-nowrap text-ink-faint"
              >
                {column.name || "(no name)"}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row, at) => (
            // rows of a preview never move, and their text can repeat
            <tr key={`${at} ${row.join(" ")}`} className="border-b border-line last:border-0">
              {preview.columns.map((column, place) => (
                <td key={column.name} className="max-w-56 truncate py-1.5 pr-4 whitespace-nowrap">
                  {row[place]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
