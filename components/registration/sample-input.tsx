"use client";

import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button";
import { FileDrop } from "#components/ui/file-drop";
import { InlineAlert } from "#components/ui/inline-alert";
import { TextArea } from "#components/ui/text-area";
import { messageOf } from "#lib/client/api";
import { formatOf, readHead, wholeLines } from "#lib/client/file-head";
import { inferFrom, type Proposal } from "#lib/client/registration";

type Props = { onProposal: (proposal: Proposal) => void /** What was found, once there is a proposal. */; found: ReactNode };

const example = `id,timestamp,score,label,income,purpose,region
a1,2026-06-01T00:00:00Z,0.91,1,42000,car,NE`;

/** Some rows, dropped or pasted, from which the server proposes the rest of the form. */
export function SampleInput({ onProposal, found }: Props) {
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const ask = async (read: () => Promise<string>) => {
    setBusy(true);
    setFailed(null);
    try {
      const sample = await read();
      if (sample.trim() === "") throw new Error("The sample has no rows. Paste a header and some lines, or lines of JSON.");
      onProposal(await inferFrom(sample));
    } catch (error) {
      setFailed(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  const take = (file: File) =>
    ask(async () => {
      const format = formatOf(file.name);
      if (!format) throw new Error(`${file.name} cannot be read. Choose a .csv or .ndjson file, packed with gzip or not.`);
      if (format.kind === "parquet")
        throw new Error("A browser cannot read Parquet. Paste a few rows as CSV here; the whole Parquet file can be uploaded later.");
      return wholeLines(await readHead(file, format));
    });
  return (
    <>
      <FileDrop
        label="Choose a file"
        help="CSV or NDJSON, packed with gzip or not. Only its first 256 KB are read, and nothing is stored."
        accept=".csv,.ndjson,.jsonl,.gz"
        disabled={busy}
        onFiles={([file]) => (file ? take(file) : null)}
      />
      <TextArea
        label="Or paste some rows"
        code
        rows={4}
        placeholder={example}
        value={text}
        onChange={(event) => setText(event.target.value)}
        help="CSV with a header, or one JSON object a line. A hundred rows tell more than ten."
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button pending={busy} disabled={text.trim() === ""} onClick={() => ask(async () => text)}>
          Propose from these rows
        </Button>
        <span className="text-small text-ink-faint">Or go on without a sample: every field below can be filled by hand.</span>
      </div>
      <div aria-live="polite">
        {failed ? (
          <InlineAlert kind="critical" word="Not read">
            {failed}
          </InlineAlert>
        ) : (
          found
        )}
      </div>
    </>
  );
}
