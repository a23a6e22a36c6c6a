import { Bell, Ellipsis, Siren } from "lucide-react";
import { IconButton } from "#components/ui/icon-button";
import { LinkButton } from "#components/ui/link-button";
import { Menu, type MenuEntry } from "#components/ui/menu";
import { PageHead } from "#components/ui/page-head";
import { VerdictMark } from "#components/ui/verdict-mark";
import { shownVerdict } from "#lib/domain/models/attention";
import type { ModelRow } from "#lib/domain/models/model-row";
import { criticalitySentence } from "#lib/domain/models/model-words";

type Props = {
  row: ModelRow;
  /** The rule that decides here: of the open incident, else the only one of the model. */
  rule: string | null;
  may: { editRules: boolean; upload: boolean };
};

/** Is it healthy, since when not, and what to do: the first lines of every page of a model. */
export function ModelHead({ row, rule, may }: Props) {
  const { number } = row.incidents;
  const ruleHref = rule ? `/rules/${rule}/edit` : `/rules/new?model=${row.slug}${row.worst ? `&metric=${row.worst.metric}` : ""}`;
  return (
    <PageHead
      above={
        <>
          <VerdictMark {...shownVerdict(row)} />
          <span className="text-ink-muted">
            {row.champion ? `${row.champion} champion · ` : ""}
            {row.teamName} · {criticalitySentence(row.criticality)}
          </span>
        </>
      }
      title={row.headline}
      sentence={row.detail}
      actions={
        <>
          {number === null ? null : (
            <LinkButton variant="primary" href={`/incidents/${number}`}>
              <Siren aria-hidden="true" strokeWidth={1.75} className="size-4" />
              Open incident #{number}
            </LinkButton>
          )}
          {may.editRules ? (
            <LinkButton href={ruleHref} className={number === null ? "" : "max-sm:hidden"}>
              <Bell aria-hidden="true" strokeWidth={1.75} className="size-4" />
              {rule ? "Edit rule" : "Add rule"}
            </LinkButton>
          ) : null}
          <Menu
            trigger={
              <IconButton label="More actions" variant="default">
                <Ellipsis aria-hidden="true" strokeWidth={1.75} className="size-4" />
              </IconButton>
            }
            entries={entries(row, rule, ruleHref, may)}
          />
        </>
      }
    />
  );
}

function entries({ slug }: ModelRow, rule: string | null, ruleHref: string, may: Props["may"]): MenuEntry[] {
  return [
    ...(may.editRules && rule ? [{ label: "Edit rule", href: ruleHref }] : []),
    ...(may.editRules ? [{ label: "Add rule", href: `/rules/new?model=${slug}` }] : []),
    ...(may.upload ? [{ label: "Rules of this model", href: `/rules?model=${slug}` }] : []),
    { label: "Incidents of this model", href: `/incidents?workflow=all&model=${slug}` },
    ...(may.upload ? [{ label: "Upload data", href: `/upload?model=${slug}`, apart: true }] : []),
  ];
}
