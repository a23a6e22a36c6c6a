"use client";

import { type FormEvent, useRef, useState } from "react";
import { useWrite } from "#components/forms/use-write";
import { Button } from "#components/ui/button";
import { TextField } from "#components/ui/text-field";
import { nothing, request } from "#lib/client/api";
import { signOutHere } from "./sign-out-everywhere.tsx";

/** The present password, the new one twice; afterwards one signs in anew. */
export function PasswordForm({ email }: { email: string }) {
  const form = useRef<HTMLFormElement>(null);
  const [differs, setDiffers] = useState(false);
  const change = useWrite({
    write: (body: { current: string; password: string }) => request("POST", "/api/v1/me/password", nothing, { body }),
    done: "Your password is changed. Sign in with the new one.",
    onDone: () => {
      form.current?.reset();
      signOutHere();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entries = new FormData(event.currentTarget);
    const text = (name: string) => String(entries.get(name) ?? "");
    const wrong = text("password") !== text("again");
    setDiffers(wrong);
    if (!wrong) change.run({ current: text("current"), password: text("password") });
  };
  return (
    <form ref={form} onSubmit={submit} className="grid max-w-sm gap-4">
      {/* Password managers file the new password under this name. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <TextField
        label="Present password"
        name="current"
        type="password"
        autoComplete="current-password"
        required
        error={change.fields.current}
      />
      <TextField
        label="New password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        help="At least 10 characters. A few unrelated words are easy to remember and hard to guess."
        error={change.fields.password}
      />
      <TextField
        label="New password again"
        name="again"
        type="password"
        autoComplete="new-password"
        required
        error={differs ? "The two new passwords differ. Type the same one twice." : null}
      />
      <Button type="submit" variant="primary" pending={change.pending} className="justify-self-start">
        Change password
      </Button>
    </form>
  );
}
