import type { ReactNode } from "react";

type Props = {
  title: ReactNode;
  /** One sentence below the title. */
  sentence?: ReactNode;
  /** A link or a quiet button at the right end. */
  action?: ReactNode;
  level?: 2 | 3;
  id?: string;
};

export function SectionHead({ title, sentence, action, level = 2, id }: Props) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <header>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <Heading id={id} className="text-heading font-semibold tracking-[-0.01em]">
          {title}
        </Heading>
        {action}
      </div>
      {sentence ? <p className="mt-0.5 max-w-[80ch] text-body text-ink-muted">{sentence}</p> : null}
    </header>
  );
}
