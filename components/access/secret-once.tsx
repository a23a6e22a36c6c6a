import { CodeBlock } from "#components/ui/code-block";

/** Something that is shown now and never again. */
export function SecretOnce({ what, secret, hint }: { what: "link" | "token"; secret: string; hint: string }) {
  return (
    <div className="grid gap-3">
      <p className="text-ink-muted">This {what} is shown once. Copy it now.</p>
      <CodeBlock code={secret} copyLabel={`Copy ${what}`} />
      <p className="text-small text-ink-muted">{hint}</p>
    </div>
  );
}
