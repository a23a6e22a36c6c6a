import { count } from "#lib/client/format";

export type CoverageWindow = { start: string /** "March 2022" */; label: string; rows: number; labelled: number };

type Props = {
  /** Read aloud: "Label coverage by month". */
  label: string;
  windows: readonly CoverageWindow[];
  /** Words below the first and the last bar: "Oct ’20", "Apr ’22". */
  ends: readonly [string, string];
};

/** Which share of each window is labelled; what is still missing is hatched. */
export function CoverageBars({ label, windows, ends }: Props) {
  return (
    <figure>
      <figcaption className="sr-only">{label}</figcaption>
      <div className="flex gap-1.5 text-axis text-ink-faint">
        <div aria-hidden="true" className="num flex h-17 w-9 flex-col justify-between text-right leading-none">
          <span>100{"\u202f"}%</span>
          <span>50</span>
          <span>0</span>
        </div>
        <ul className="flex h-17 min-w-0 flex-1 items-stretch gap-[3px] border-b border-line-strong">
          {windows.map((window) => {
            const share = window.rows > 0 ? window.labelled / window.rows : 0;
            return (
              <li
                key={window.start}
                className="flex min-w-0 flex-1 flex-col"
                title={`${window.label}: ${count(window.labelled)} of ${count(window.rows)} rows`}
              >
                <span className="sr-only">
                  {window.label}: {count(window.labelled)} of {count(window.rows)} rows labelled
                </span>
                {window.rows > 0 && share < 1 ? (
                  <span aria-hidden="true" className="hatched min-h-0 flex-1 border border-b-0 border-chart-hatch" />
                ) : null}
                {window.rows > 0 ? (
                  <span aria-hidden="true" className="block bg-chart-volume" style={{ height: `${share * 100}%` }} />
                ) : null}
              </li>
            );
          })}
        </ul>
      </div>
      <div aria-hidden="true" className="mt-1 ml-10.5 flex justify-between text-axis text-ink-faint">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </div>
    </figure>
  );
}
