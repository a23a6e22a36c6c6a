"use client";

import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button";
import { TextField } from "#components/ui/text-field";
import { ApiError, messageOf, nothing, request } from "#lib/client/api";

type Link = { kind: "invite" | "setup" | "reset"; email: string | null; role: string };

const titles = { invite: "Join Modelwatch", setup: "Create the first administrator", reset: "Set a new password" } as const;

export function JoinForm({ token, link }: { token: string; link: Link }) {
  const [pending, setPending] = useState(false);
  const [fields, setFields] = useState<Record<string, string>>({});
  const [error, setError] = useState<string | null>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setPending(true);
    setError(null);
    setFields({});
    const name = String(form.get("name") ?? "").trim();
    const email = String(form.get("email") ?? "").trim();
    try {
      const body = { token, password: String(form.get("password")), ...(name ? { name } : {}), ...(email ? { email } : {}) };
      await request("POST", "/api/auth/join", nothing, { body });
      window.location.assign("/login?joined=1");
    } catch (thrown) {
      if (thrown instanceof ApiError) setFields(thrown.fields);
      setError(messageOf(thrown));
      setPending(false);
    }
  };

  return (
    <>
      <h1 className="mb-2 text-title font-semibold">{titles[link.kind]}</h1>
      <p className="mb-6 text-prose text-ink-muted">
        {link.email ? `For ${link.email}. ` : ""}
        {link.kind === "reset" ? "Other sessions of yours end when you save." : `You will have the role ${link.role}.`}
      </p>
      <form onSubmit={submit} className="grid gap-4">
        {link.kind === "reset" ? null : <TextField label="Name" name="name" autoComplete="name" required error={fields.name} />}
        {link.email ? null : <TextField label="E-mail" name="email" type="email" autoComplete="username" required error={fields.email} />}
        <TextField
          label="Password"
          name="password"
          type="password"
          autoComplete="new-password"
          required
          minLength={10}
          help="At least 10 characters."
          error={fields.password}
        />
        <div role="alert" className="min-h-5 text-small text-critical">
          {error}
        </div>
        <Button type="submit" variant="primary" pending={pending}>
          Save
        </Button>
      </form>
    </>
  );
}
