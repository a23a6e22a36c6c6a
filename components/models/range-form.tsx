"use client";

import { CalendarRange } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "#components/ui/button";
import { Popover } from "#components/ui/popover";
import { TextField } from "#components/ui/text-field";
import { type PageQuery, pageAddress } from "#lib/domain/models/page-query";

/** Any range: two days, both included. */
export function RangeForm({ query, pathname }: { query: PageQuery; pathname: string }) {
  const router = useRouter();
  return (
    <Popover
      title="Show a range"
      align="start"
      trigger={
        <button type="button" className="inline-flex h-10 items-center gap-1.5 rounded-control px-2 text-ink hover:bg-surface-hover lg:h-8">
          <CalendarRange aria-hidden="true" strokeWidth={1.75} className="size-4 text-ink-faint" />
          From–to
        </button>
      }
    >
      <form
        className="mt-3 grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          const [from, until] = [String(data.get("from") ?? ""), String(data.get("until") ?? "")];
          const end = Date.parse(`${until}T00:00:00Z`);
          const to = Number.isNaN(end) ? null : new Date(end + 86_400_000).toISOString().slice(0, 10);
          if (from) router.push(pageAddress(pathname, query, { from, to }), { scroll: false });
        }}
      >
        <TextField label="First day" name="from" type="date" required defaultValue={query.from?.slice(0, 10)} />
        <TextField label="Last day" name="until" type="date" help="Without it, up to now." />
        <div>
          <Button type="submit" variant="primary">
            Show
          </Button>
        </div>
      </form>
    </Popover>
  );
}
