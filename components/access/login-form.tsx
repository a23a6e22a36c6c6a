"use client";

import { getCsrfToken } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button";
import { InlineAlert } from "#components/ui/inline-alert";
import { TextField } from "#components/ui/text-field";

/** What next-auth's answer means to the person. */
function reasonOf(url: string): string | null {
  const error = new URL(url, window.location.origin).searchParams.get("error");
  if (!error) return null;
  const wait = /^wait:(\d+)$/.exec(error)?.[1];
  if (wait) return `Too many tries. Wait ${wait} s and try again.`;
  return "E-mail and password do not match an account. Check both, or ask an administrator for a new link.";
}

async function signInWith(email: string, password: string): Promise<string | null> {
  const csrfToken = (await getCsrfToken()) ?? "";
  const response = await fetch("/api/auth/callback/credentials", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ email, password, csrfToken, json: "true", callbackUrl: window.location.origin }),
  });
  const answer: unknown = await response.json().catch(() => null);
  const url = typeof answer === "object" && answer !== null && "url" in answer ? String(answer.url) : null;
  if (!url) return "The server did not answer as expected. Try again in a moment.";
  return reasonOf(url);
}

export function LoginForm({ next, joined }: { next: string; joined: boolean }) {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setPending(true);
    setError(null);
    const reason = await signInWith(String(form.get("email")), String(form.get("password"))).catch(
      () => "The server cannot be reached. Check the connection and try again.",
    );
    // A whole navigation, so that nothing rendered for nobody stays on the page.
    if (reason === null) window.location.assign(next);
    else {
      setError(reason);
      setPending(false);
    }
  };

  return (
    <>
      <h1 className="mb-6 text-title font-semibold">Sign in</h1>
      {joined ? (
        <div className="mb-4">
          <InlineAlert kind="ok" word="Done">
            Your password is set. Sign in with it.
          </InlineAlert>
        </div>
      ) : null}
      <form method="post" onSubmit={submit} className="grid gap-4">
        <TextField label="E-mail" name="email" type="email" autoComplete="username" required autoFocus />
        <TextField label="Password" name="password" type="password" autoComplete="current-password" required />
        <div role="alert" className="min-h-5 text-small text-critical">
          {error}
        </div>
        <Button type="submit" variant="primary" pending={pending}>
          Sign in
        </Button>
      </form>
    </>
  );
}
