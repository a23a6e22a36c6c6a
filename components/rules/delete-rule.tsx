"use client";

import { useRouter } from "next/navigation";
import { useWrite } from "#components/forms/use-write";
import { Button } from "#components/ui/button";
import { Dialog } from "#components/ui/dialog";
import { nothing, request } from "#lib/client/api";

export function DeleteRule({ id, name }: { id: string; name: string }) {
  const router = useRouter();
  const remove = useWrite({
    write: () => request("DELETE", `/api/v1/alert-rules/${id}`, nothing),
    done: `${name} is deleted.`,
    onDone: () => router.push("/rules"),
  });
  return (
    <Dialog
      title={`Delete ${name}?`}
      description="Nobody is told any more when this happens. Its incidents stay."
      trigger={<Button variant="quiet">Delete</Button>}
      footer={
        <Button variant="primary" pending={remove.pending} onClick={() => remove.run(undefined)}>
          Delete
        </Button>
      }
    />
  );
}
