import { useQuery } from "@tanstack/react-query";
import { formatOf, readHead, wholeLines } from "#lib/client/file-head";
import { previewOf } from "#lib/client/preview";
import { inferFrom } from "#lib/client/registration";

/** Its head as a table and what the server makes of it; null for Parquet, which a browser cannot read. */
async function look(file: File, slug: string) {
  const format = formatOf(file.name);
  if (!format) throw new Error(`${file.name} cannot be read. Choose a .csv, .csv.gz, .ndjson, .ndjson.gz or .parquet file.`);
  if (format.kind === "parquet") return { format, preview: null, proposal: null };
  const head = await readHead(file, format);
  const preview = previewOf(head, format.kind);
  // Without a proposal the columns can still be mapped by hand.
  const proposal = await inferFrom(wholeLines(head), slug).catch(() => null);
  return { format, preview, proposal };
}

/** What is in a file, as its first 256 KB show. */
export function usePreview(file: File | null, slug: string) {
  return useQuery({
    queryKey: ["file-preview", slug, file?.name, file?.size, file?.lastModified],
    queryFn: () => (file ? look(file, slug) : null),
    enabled: file !== null,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
