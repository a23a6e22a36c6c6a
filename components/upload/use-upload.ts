import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { messageOf } from "#lib/client/api";
import type { FileFormat } from "#lib/client/file-head";
import { type ImportKind, type MappedColumn, mappingBody, schemaChange } from "#lib/client/mapping-draft";
import { changeModel } from "#lib/client/registration";
import { type UploadReport, uploadFile } from "#lib/client/upload";
import type { ModelSchema } from "#lib/domain/models/model";

export type UploadState =
  | { kind: "idle" }
  | { kind: "sending"; sent: number; size: number }
  | { kind: "failed"; message: string }
  | { kind: "done"; report: UploadReport; of: ImportKind; fileName: string };

type Job = {
  slug: string;
  schema: ModelSchema;
  kind: ImportKind;
  file: File;
  format: FileFormat;
  /** null where the browser cannot read the file */
  columns: readonly MappedColumn[] | null;
  atomic: boolean;
};

/** One upload at a time: what the schema lacks first, then the file. */
export function useUpload() {
  const router = useRouter();
  const [state, setState] = useState<UploadState>({ kind: "idle" });
  const controller = useRef<AbortController | null>(null);

  const start = async ({ slug, schema, kind, file, format, columns, atomic }: Job) => {
    const abort = new AbortController();
    controller.current = abort;
    setState({ kind: "sending", sent: 0, size: file.size });
    try {
      const change = columns ? schemaChange(columns, schema) : null;
      if (change) await changeModel(slug, { schema: change.schema });
      const report = await uploadFile({
        slug,
        kind,
        file,
        format,
        mapping: columns ? mappingBody(columns) : null,
        atomic,
        onProgress: (sent) => setState({ kind: "sending", sent, size: file.size }),
        signal: abort.signal,
      });
      setState({ kind: "done", report, of: kind, fileName: file.name });
    } catch (error) {
      const stopped = error instanceof DOMException && error.name === "AbortError";
      setState({
        kind: "failed",
        message: stopped ? "You stopped it. What was stored before stays; sending the file again changes nothing of it." : messageOf(error),
      });
    }
    // The history below has a new line, and the schema may have changed.
    router.refresh();
  };
  return { state, start, stop: () => controller.current?.abort(), clear: () => setState({ kind: "idle" }) };
}
