"use client";

import { type FormEvent, useRef } from "react";
import { useWrite } from "#components/forms/use-write";
import { Button } from "#components/ui/button";
import { TextArea } from "#components/ui/text-area";
import { actOnIncident } from "#lib/client/incidents";

export function CommentForm({ id }: { id: string }) {
  const form = useRef<HTMLFormElement>(null);
  const comment = useWrite({
    write: (text: string) => actOnIncident(id, "comment", { text }),
    changes: ["incidents"],
    onDone: () => form.current?.reset(),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get("text") ?? "").trim();
    if (text) comment.run(text);
  };
  return (
    <form ref={form} onSubmit={submit} className="mt-4 flex items-end gap-2 print:hidden">
      <TextArea label="Comment" name="text" rows={1} hideLabel placeholder="Comment" className="flex-1" error={comment.fields.text} />
      <Button type="submit" pending={comment.pending}>
        Send
      </Button>
    </form>
  );
}
