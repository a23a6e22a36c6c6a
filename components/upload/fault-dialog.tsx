"use client";

import { Button } from "#components/ui/button";
import { Dialog } from "#components/ui/dialog";
import { count } from "#lib/client/format";
import type { LineFault } from "#lib/client/upload";
import { FaultTable } from "./fault-table.tsx";

/** The rejected lines of a past upload. */
export function FaultDialog({ fileName, rejected, faults }: { fileName: string; rejected: number; faults: readonly LineFault[] }) {
  return (
    <Dialog
      title={`What was wrong with ${fileName}`}
      description={rejected > faults.length ? `The first ${count(faults.length)} of ${count(rejected)} rejected lines.` : undefined}
      trigger={
        <Button variant="quiet" aria-label={`${rejected > 0 ? count(rejected) : "Why"}: what was wrong with ${fileName}`}>
          {rejected > 0 ? count(rejected) : "Why"}
        </Button>
      }
    >
      <FaultTable faults={faults} />
    </Dialog>
  );
}
