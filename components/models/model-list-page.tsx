import { Plus, Search } from "lucide-react";
import { Button } from "#components/ui/button";
import { ControlLinkMenu } from "#components/ui/control-link-menu";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import { PageHead } from "#components/ui/page-head";
import { TextField } from "#components/ui/text-field";
import { attentionOf } from "#lib/domain/models/attention";
import type { ModelRow } from "#lib/domain/models/model-row";
import { ModelRows } from "./model-rows.tsx";
import { NoModels } from "./no-models.tsx";
import { teamOptions } from "./team-options.ts";

type Props = {
  rows: readonly ModelRow[];
  teams: readonly { slug: string; name: string }[];
  filter: { q?: string | undefined; team?: string | undefined };
  mayAdd: boolean;
  now: string;
  timeZone: string;
};

/** All models; what is searched for lives in the address. */
export function ModelListPage({ rows, teams, filter, mayAdd, now, timeZone }: Props) {
  const filtered = Boolean(filter.q || filter.team);
  const attention = rows.filter((row) => attentionOf(row) === "attention").length;
  const title = `${rows.length} ${rows.length === 1 ? "model" : "models"}${filtered ? " found" : ""}`;
  const sentence =
    rows.length === 0
      ? undefined
      : attention === 0
        ? "None of them needs attention."
        : `${attention} ${attention === 1 ? "needs" : "need"} attention; ${attention === 1 ? "it stands" : "they stand"} first.`;
  if (rows.length === 0 && !filtered) return <NoModels title="Models" mayAdd={mayAdd} />;
  return (
    <div className="grid gap-6">
      <PageHead
        title={title}
        sentence={sentence}
        actions={
          mayAdd ? (
            <LinkButton href="/models/new" variant="primary">
              <Plus aria-hidden="true" strokeWidth={1.75} className="size-4" />
              Add model
            </LinkButton>
          ) : null
        }
      />
      <div className="flex flex-wrap items-center gap-2">
        <form action="/models" className="flex gap-2">
          <TextField
            label="Search models"
            hideLabel
            name="q"
            type="search"
            defaultValue={filter.q}
            placeholder="Name or slug"
            className="w-56"
          />
          {filter.team ? <input type="hidden" name="team" value={filter.team} /> : null}
          <Button type="submit">
            <Search aria-hidden="true" strokeWidth={1.75} className="size-4" />
            Search
          </Button>
        </form>
        {teams.length > 1 ? <ControlLinkMenu label="Owner" options={teamOptions("/models", teams, filter.team, filter.q)} /> : null}
      </div>
      {rows.length === 0 ? (
        <EmptyState
          title="No model matches"
          sentence="Search for another word or choose another team."
          action={<LinkButton href="/models">Show all models</LinkButton>}
        />
      ) : (
        <ModelRows rows={rows} now={now} timeZone={timeZone} />
      )}
    </div>
  );
}
