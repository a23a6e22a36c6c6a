"use client";

import { Info } from "lucide-react";
import { CopyButton } from "#components/ui/copy-button";
import { Popover } from "#components/ui/popover";
import { type Property, PropertyList } from "#components/ui/property-list";

export type ProvenanceFacts = {
  /** The value asked about: "ROC AUC, March 2022". */
  title: string;
  /** What is measured, in one sentence. */
  sentence?: string;
  items: readonly Property[];
  /** All of it for a machine; offered to copy. */
  json?: string;
};

/** How a number came about: method, sample, reference, limit, time. */
export function Provenance({ facts }: { facts: ProvenanceFacts }) {
  return (
    <Popover
      title={facts.title}
      trigger={
        <button type="button" className="inline-flex items-center gap-1 rounded-inner text-small text-accent hover:underline print:hidden">
          <Info aria-hidden="true" strokeWidth={1.75} className="size-3.5" />
          How was this computed?
        </button>
      }
    >
      {facts.sentence ? <p className="mt-1 text-ink-muted">{facts.sentence}</p> : null}
      <div className="mt-3">
        <PropertyList dense items={facts.items} />
      </div>
      {facts.json ? (
        <div className="mt-4 border-t border-line pt-3">
          <CopyButton text={facts.json} label="Copy as JSON" withLabel />
        </div>
      ) : null}
    </Popover>
  );
}
