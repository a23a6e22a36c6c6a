import { PageHead } from "#components/ui/page-head";
import { SectionHead } from "#components/ui/section-head";
import type { ImportKind } from "#lib/client/mapping-draft";
import type { ModelSchema } from "#lib/domain/models/model";
import { ImportHistory, type PastImport } from "./import-history.tsx";
import { UploadForm } from "./upload-form.tsx";

type Props = {
  models: readonly { slug: string; name: string }[];
  model: { slug: string; name: string; schema: ModelSchema; reference: string | null };
  /** What the address says the file holds. */
  kind: ImportKind;
  imports: readonly PastImport[];
  now: string;
  timeZone: string;
};

/** Data by file: predictions, labels or a reference. */
export function UploadPage({ models, model, kind, imports, now, timeZone }: Props) {
  return (
    <div className="grid max-w-[1104px] gap-12">
      <div className="grid gap-8">
        <PageHead
          title={`Upload data to ${model.name}`}
          sentence="For a first look and for what comes as a file. A service that runs all the time sends its lines itself: “What to watch” of the model shows how."
        />
        <UploadForm models={models} model={model} kind={kind} />
      </div>
      <section>
        <SectionHead title={`Past uploads to ${model.name}`} />
        <div className="mt-3">
          <ImportHistory slug={model.slug} imports={imports} now={now} timeZone={timeZone} />
        </div>
      </section>
    </div>
  );
}
