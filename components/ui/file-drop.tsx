"use client";

import clsx from "clsx";
import { FileUp } from "lucide-react";
import { useId, useState } from "react";
import { buttonStyle } from "./control-style.ts";

type Props = {
  label: string;
  /** What is taken: "CSV, CSV.gz, NDJSON or Parquet, up to 2 GB". */
  help: string;
  /** The input's accept list: ".csv,.gz". */
  accept?: string;
  multiple?: boolean;
  disabled?: boolean;
  onFiles: (files: readonly File[]) => void;
};

/** Takes files by drop or by button; the button is a file input, so keyboard and readers know it. */
export function FileDrop({ label, help, accept, multiple = false, disabled = false, onFiles }: Props) {
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const list = Array.from(files ?? []);
    if (list.length > 0 && !disabled) onFiles(multiple ? list : list.slice(0, 1));
  };
  return (
    // dropping is an extra way in; the file input below is the one for keyboards and readers
    <fieldset
      onDragOver={(event) => {
        event.preventDefault();
        setOver(!disabled);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
      className={clsx(
        "flex flex-wrap items-center gap-x-4 gap-y-2 rounded-control border border-dashed p-4",
        over ? "border-accent bg-accent-soft" : "border-line-control bg-surface-raised",
      )}
    >
      <legend className="sr-only">{label}</legend>
      <label
        htmlFor={id}
        className={clsx(
          buttonStyle.default,
          "relative cursor-pointer focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent",
          disabled && "cursor-not-allowed opacity-55",
        )}
      >
        <FileUp aria-hidden="true" strokeWidth={1.75} className="size-4" />
        {label}
        <input
          id={id}
          type="file"
          accept={accept}
          multiple={multiple}
          disabled={disabled}
          aria-describedby={`${id}-help`}
          onChange={(event) => {
            take(event.target.files);
            // the same file can be chosen again after a refusal
            event.target.value = "";
          }}
          className="sr-only"
        />
      </label>
      <span id={`${id}-help`} className="text-small text-ink-faint">
        {over ? "Drop to take it." : `Or drop it here. ${help}`}
      </span>
    </fieldset>
  );
}
