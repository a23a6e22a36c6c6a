import type { Metadata } from "next";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import { Refusal } from "#components/ui/refusal";
import { UploadPage } from "#components/upload/upload-page";
import { importKinds } from "#lib/client/mapping-draft";
import { can } from "#lib/domain/access/permissions";
import { createModelCommand } from "#lib/domain/models/next-commands";
import { listImports } from "#lib/server/data/imports";
import { listModels } from "#lib/server/models/list";
import { pageCaller } from "#lib/server/session/page-caller";
import { isRefused, pageData } from "#lib/server/session/page-data";
import { pageTimeZone } from "#lib/server/session/page-time-zone";

export const metadata: Metadata = { title: "Upload" };

export default async function Upload({ searchParams }: { searchParams: Promise<Record<string, string | undefined>> }) {
  const [{ model: asked, kind }, caller, timeZone] = await Promise.all([searchParams, pageCaller(), pageTimeZone()]);
  if (!can(caller.actor.role, "data:write"))
    return <Refusal code="forbidden" message="Data is uploaded by data scientists, engineers and administrators. Ask one of them." />;
  const models = await pageData(listModels, { limit: 500 });
  if (isRefused(models)) return <Refusal code={models.refused.code} message={models.refused.message} />;
  const model = models.items.find(({ slug }) => slug === asked) ?? models.items[0];
  if (!model)
    return (
      <>
        <h1 className="sr-only">Upload data</h1>
        <EmptyState
          title="No model to upload to yet"
          sentence="Register a model first; a sample of its rows is enough to begin with. From a script:"
          command={createModelCommand}
          action={
            <LinkButton href="/models/new" variant="primary">
              Register a model
            </LinkButton>
          }
        />
      </>
    );
  const imports = await pageData(listImports, { slug: model.slug });
  const { slug, name, schema, reference } = model;
  return (
    <UploadPage
      models={models.items.map((item) => ({ slug: item.slug, name: item.name }))}
      model={{ slug, name, schema, reference: reference ? `${reference.version}, ${reference.rows.toLocaleString("en-US")} rows` : null }}
      kind={importKinds.find((known) => known === kind) ?? "predictions"}
      imports={isRefused(imports) ? [] : imports.items}
      now={caller.now.toISOString()}
      timeZone={timeZone}
    />
  );
}
