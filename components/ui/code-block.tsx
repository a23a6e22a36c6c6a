import { CopyButton } from "./copy-button.tsx";

type Props = { code: string /** What it is, for the copy button: "Copy command". */; copyLabel?: string };

/** A command, query or payload, ready to copy. */
export function CodeBlock({ code, copyLabel = "Copy command" }: Props) {
  return (
    <div className="flex items-start gap-2 rounded-control bg-surface-sunken p-3">
      <pre className="min-w-0 flex-1 font-mono text-small leading-5 break-words whitespace-pre-wrap">{code}</pre>
      <CopyButton text={code} label={copyLabel} />
    </div>
  );
}
