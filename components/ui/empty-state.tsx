import type { ReactNode } from "react";
import { CodeBlock } from "./code-block.tsx";

type Props = {
  /** "No models yet". */
  title: string;
  /** One sentence: why it is empty and what to do. */
  sentence: ReactNode;
  /** The exact command of the next step. */
  command?: string;
  /** One button; a quiet one beside it at most. */
  action?: ReactNode;
  /** Level of the heading in the page's order. */
  level?: 1 | 2 | 3;
};

const headings = { 1: "h1", 2: "h2", 3: "h3" } as const;

export function EmptyState({ title, sentence, command, action, level = 2 }: Props) {
  const Heading = headings[level];
  return (
    <div className="max-w-[52ch] py-2">
      <Heading className="text-prose font-medium">{title}</Heading>
      <p className="mt-1 text-ink-muted">{sentence}</p>
      {command ? (
        <div className="mt-4">
          <CodeBlock code={command} />
        </div>
      ) : null}
      {action ? <div className="mt-4 flex flex-wrap gap-2">{action}</div> : null}
    </div>
  );
}
