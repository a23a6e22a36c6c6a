"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useWrite } from "#components/forms/use-write";
import { Button } from "#components/ui/button";
import { Dialog } from "#components/ui/dialog";
import { TextField } from "#components/ui/text-field";
import { deleteModel } from "#lib/client/registration";

/** Takes a model away with all its data; its name has to be typed first. */
export function DeleteModel({ slug, name }: { slug: string; name: string }) {
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const remove = useWrite({
    write: () => deleteModel(slug),
    done: `${name} is deleted.`,
    onDone: () => router.push("/models"),
    changes: ["models"],
  });
  return (
    <Dialog
      title={`Delete ${name}?`}
      description="Its rows, windows, references, KPIs, rules and incidents are deleted with it. This cannot be taken back; the audit trail keeps who did it."
      onOpenChange={() => setTyped("")}
      trigger={<Button>Delete model …</Button>}
      footer={
        <Button variant="primary" pending={remove.pending} disabled={typed.trim() !== name} onClick={() => remove.run(undefined)}>
          Delete {name} for good
        </Button>
      }
    >
      <TextField label={`Type the name of the model: ${name}`} value={typed} onChange={(event) => setTyped(event.target.value)} />
    </Dialog>
  );
}
