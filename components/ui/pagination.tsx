import { LinkButton } from "./link-button.tsx";

type Props = {
  /** Names the list: "Incidents". */
  label: string;
  /** Where in the list: "1–50 of 212", or "50 rows" where the total is not counted. */
  summary: string;
  previousHref: string | null;
  nextHref: string | null;
};

/** Steps through a list by cursor. An end has no link instead of a dead one. */
export function Pagination({ label, summary, previousHref, nextHref }: Props) {
  return (
    <nav aria-label={`Pages of ${label}`} className="mt-4 flex flex-wrap items-center justify-between gap-4 text-small text-ink-faint">
      <span className="num">{summary}</span>
      <span className="flex gap-2">
        {previousHref ? (
          <LinkButton href={previousHref} rel="prev">
            Previous
          </LinkButton>
        ) : null}
        {nextHref ? (
          <LinkButton href={nextHref} rel="next">
            Next
          </LinkButton>
        ) : null}
      </span>
    </nav>
  );
}
