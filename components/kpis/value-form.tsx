"use client";

import { type FormEvent, useRef } from "react";
import { useWrite } from "#components/forms/use-write";
import { Button } from "#components/ui/button";
import { NumberField } from "#components/ui/number-field";
import { TextField } from "#components/ui/text-field";
import { pushValue } from "#lib/client/kpis";

/** One value by hand, for what no script knows. */
export function ValueForm({ slug, unit }: { slug: string; unit: string }) {
  const form = useRef<HTMLFormElement>(null);
  const push = useWrite({
    write: (body: { time: string; value: number | string }) => pushValue(slug, body),
    done: "The value is stored.",
    onDone: () => form.current?.reset(),
    changes: ["kpis"],
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entries = new FormData(event.currentTarget);
    const written = String(entries.get("value") ?? "");
    // The field holds the browser's own time; without one the value is of this moment.
    const at = new Date(String(entries.get("time") ?? ""));
    const time = Number.isNaN(at.getTime()) ? new Date() : at;
    push.run({ time: time.toISOString(), value: written === "" ? written : Number(written) });
  };
  return (
    <form ref={form} onSubmit={submit} className="flex flex-wrap items-start gap-3">
      <NumberField label="Value" name="value" required {...(unit ? { unit } : {})} error={push.fields.value} className="w-36" />
      <TextField label="Time" name="time" type="datetime-local" help="Empty means now." error={push.fields.time} className="w-52" />
      <Button type="submit" pending={push.pending} className="mt-5">
        Enter value
      </Button>
    </form>
  );
}
