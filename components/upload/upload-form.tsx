"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { FormSection } from "#components/forms/form-section";
import { Button } from "#components/ui/button";
import { Checkbox } from "#components/ui/checkbox";
import { FileDrop } from "#components/ui/file-drop";
import { InlineAlert } from "#components/ui/inline-alert";
import { SegmentedControl } from "#components/ui/segmented-control";
import { Select } from "#components/ui/select";
import { SkeletonRows } from "#components/ui/skeleton-rows";
import { messageOf } from "#lib/client/api";
import { bytes } from "#lib/client/bytes";
import {
  type ImportKind,
  importKinds,
  type MappedColumn,
  mapColumns,
  mappingBody,
  mappingProblems,
  schemaChange,
} from "#lib/client/mapping-draft";
import { mappingTooLong } from "#lib/client/upload";
import type { ModelSchema } from "#lib/domain/models/model";
import { MappingTable } from "./mapping-table.tsx";
import { PreviewTable } from "./preview-table.tsx";
import { UploadProgress } from "./upload-progress.tsx";
import { UploadResult } from "./upload-result.tsx";
import { usePreview } from "./use-preview.ts";
import { useUpload } from "./use-upload.ts";

type Props = {
  models: readonly { slug: string; name: string }[];
  model: { slug: string; name: string; schema: ModelSchema; reference: string | null };
  /** Chosen at first. */
  kind: ImportKind;
};

const kindWords: Record<ImportKind, string> = { predictions: "Predictions", labels: "Labels", reference: "Reference" };
const kindSentences: Record<ImportKind, string> = {
  predictions: "What the model answered: an id, a time, a score or prediction, its features. The label may be there already.",
  labels: "What turned out to be right: the id of the prediction and its label, however late.",
  reference: "Rows of a time when all was well, for example the test set. Drift and limits are measured against it.",
};

/** A file on its way into a model: what it is, where its columns go, what became of it. */
export function UploadForm({ models, model, kind: first }: Props) {
  const router = useRouter();
  const [kind, setKind] = useState<ImportKind>(first);
  const [file, setFile] = useState<File | null>(null);
  const [atomic, setAtomic] = useState(false);
  const [edited, setEdited] = useState<{ of: string; columns: Record<string, Partial<MappedColumn>> }>({ of: "", columns: {} });
  const preview = usePreview(file, model.slug);
  const upload = useUpload();
  // Another file, model or kind is mapped anew; what was edited belonged to the one before.
  const subject = [model.slug, kind, file?.name, file?.size, file?.lastModified].join(" ");
  const edits = edited.of === subject ? edited.columns : {};
  const found = preview.data;
  const columns = found?.preview
    ? mapColumns(found.preview.columns, { schema: model.schema, proposal: found.proposal, kind }).map((column) => ({
        ...column,
        ...edits[column.name],
      }))
    : null;
  const tooLong = columns ? mappingTooLong(mappingBody(columns)) : null;
  const problems = columns ? [...mappingProblems(columns, kind), ...(tooLong ? [tooLong] : [])] : [];
  const change = columns ? schemaChange(columns, model.schema) : null;
  const sending = upload.state.kind === "sending";
  const editColumn = (name: string, part: Partial<MappedColumn>) =>
    setEdited({ of: subject, columns: { ...edits, [name]: { ...edits[name], ...part } } });
  return (
    <div className="grid gap-8">
      <FormSection
        title="Where to"
        sentence={model.reference ? `The model has reference ${model.reference}.` : "The model has no reference yet."}
      >
        <Select
          label="Model"
          value={model.slug}
          disabled={sending}
          onChange={(event) => router.replace(`/upload?model=${encodeURIComponent(event.target.value)}`)}
          options={models.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
        <div>
          <SegmentedControl
            label="The file holds"
            value={kind}
            disabled={sending}
            onChange={(next) => setKind(importKinds.find((known) => known === next) ?? "predictions")}
            options={importKinds.map((known) => ({ value: known, label: kindWords[known] }))}
          />
          <p className="mt-1 text-small text-ink-faint">{kindSentences[kind]}</p>
        </div>
      </FormSection>
      <FormSection title="File" sentence="It is sent as it is. Only its first 256 KB are read here, for the preview.">
        <FileDrop
          label="Choose a file"
          help="CSV, NDJSON or Parquet; CSV and NDJSON may be packed with gzip."
          accept=".csv,.ndjson,.jsonl,.gz,.parquet"
          disabled={sending}
          onFiles={([chosen]) => {
            setFile(chosen ?? null);
            upload.clear();
          }}
        />
        {file ? (
          <p className="num">
            <span className="font-medium break-all">{file.name}</span> <span className="text-ink-muted">{bytes(file.size)}</span>
          </p>
        ) : null}
        {preview.isError ? (
          <InlineAlert live kind="critical" word="Not read">
            {messageOf(preview.error)}
          </InlineAlert>
        ) : null}
      </FormSection>
      {preview.isFetching ? <SkeletonRows rows={4} label="Reading the file" /> : null}
      {file && found?.preview && columns ? (
        <>
          <FormSection wide title="First rows" sentence="As they are in the file.">
            <PreviewTable preview={found.preview} name={file.name} />
          </FormSection>
          <FormSection
            wide
            title="Columns"
            sentence="Where each column goes. Types come from the model, else from these rows; you may choose others."
          >
            <MappingTable kind={kind} columns={columns} onChange={editColumn} />
          </FormSection>
        </>
      ) : null}
      {file && found && !found.preview ? (
        <InlineAlert kind="not_enough_data" word="No preview">
          A browser cannot read Parquet. Its columns must be named like the fields of an event: id, timestamp, score, features.income and so
          on. With other names, use the command line and its --map.
        </InlineAlert>
      ) : null}
      {file && found ? (
        <FormSection title="Send" sentence="Lines that are known already change nothing, so a file can be sent twice.">
          {change ? (
            <InlineAlert kind="warning" word="Changes the model">
              {change.words.join("; ")}. Every window is counted again.
            </InlineAlert>
          ) : null}
          {problems.length > 0 ? (
            <ul role="alert" className="grid gap-1 text-critical">
              {problems.map((problem) => (
                <li key={problem}>! {problem}</li>
              ))}
            </ul>
          ) : null}
          {kind === "reference" ? null : (
            <Checkbox
              label="All or nothing"
              help="One line that is wrong refuses the whole file. Otherwise the good lines are kept."
              checked={atomic}
              disabled={sending}
              onChange={(event) => setAtomic(event.target.checked)}
            />
          )}
          <div className="flex flex-wrap items-center gap-2">
            <Button
              variant="primary"
              pending={sending}
              disabled={problems.length > 0}
              onClick={() => upload.start({ slug: model.slug, schema: model.schema, kind, file, format: found.format, columns, atomic })}
            >
              {kind === "reference" ? "Make it the reference" : `Upload ${kindWords[kind].toLowerCase()}`}
            </Button>
            {sending ? (
              <Button variant="quiet" onClick={upload.stop}>
                Stop
              </Button>
            ) : null}
          </div>
          <UploadProgress state={upload.state} />
        </FormSection>
      ) : null}
      {upload.state.kind === "done" ? (
        <FormSection wide title="Report">
          <UploadResult report={upload.state.report} kind={upload.state.of} fileName={upload.state.fileName} />
        </FormSection>
      ) : null}
    </div>
  );
}
