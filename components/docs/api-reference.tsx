import { PageHead } from "#components/ui/page-head";
import { SectionHead } from "#components/ui/section-head";
import { TextLink } from "#components/ui/text-link";
import type { ApiSection } from "#lib/domain/api/api-entry";
import { ApiEntryRow } from "./api-entry-row.tsx";

const conventions = [
  "Send a token as Authorization: Bearer …, made under Tokens or with modelwatch token create.",
  "Bodies and answers are JSON; rows go as NDJSON or CSV, gzip allowed.",
  "Errors are application/problem+json with a code that scripts can rely on, and name the fields that are wrong.",
  "Times are RFC 3339; from is inclusive, to exclusive. Durations are 90s, 5m, 1h, 7d or ISO 8601.",
  "Lists answer items and nextCursor; ask for the next page with cursor.",
  "A value is null, beside a reason, only when there is none: absent is never 0.",
];

/** The API as people read it; made from the schemas that check requests, so it cannot be out of date. */
export function ApiReference({ sections, version }: { sections: readonly ApiSection[]; version: string }) {
  const count = sections.reduce((sum, { entries }) => sum + entries.length, 0);
  return (
    <div className="grid gap-10">
      <PageHead
        title="API"
        sentence={`${count} operations of version ${version}. The page and the document are made from the schemas that check every request.`}
        actions={
          <TextLink href="/api/v1/openapi.json" prefetch={false}>
            OpenAPI 3.1 document
          </TextLink>
        }
      />
      <section className="grid gap-3">
        <SectionHead title="What holds for all of it" />
        <ul className="grid max-w-[80ch] list-disc gap-1 pl-5 text-prose text-ink-muted">
          {conventions.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </section>
      {sections.map(({ name, entries }) => (
        <section key={name} className="grid gap-2" aria-labelledby={`section-${name}`}>
          <SectionHead id={`section-${name}`} title={name} />
          <div className="border-t border-line">
            {entries.map((entry) => (
              <ApiEntryRow key={entry.id} entry={entry} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
