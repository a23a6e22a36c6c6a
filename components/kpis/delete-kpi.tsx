"use client";

import { useRouter } from "next/navigation";
import { useWrite } from "#components/forms/use-write";
import { Button } from "#components/ui/button";
import { Dialog } from "#components/ui/dialog";
import { deleteKpi } from "#lib/client/kpis";

/** Takes a KPI away, with the values that were sent to it. */
export function DeleteKpi({ slug, name, pushed }: { slug: string; name: string; pushed: boolean }) {
  const router = useRouter();
  const remove = useWrite({
    write: () => deleteKpi(slug),
    done: `${name} is deleted.`,
    onDone: () => router.push("/kpis"),
    changes: ["kpis"],
  });
  return (
    <Dialog
      title={`Delete ${name}?`}
      description={pushed ? "The values that were sent to it are lost." : "What it was worked out from stays."}
      trigger={<Button variant="quiet">Delete</Button>}
      footer={
        <Button variant="primary" pending={remove.pending} onClick={() => remove.run(undefined)}>
          Delete
        </Button>
      }
    />
  );
}
