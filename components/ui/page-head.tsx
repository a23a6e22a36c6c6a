import type { ReactNode } from "react";

type Props = {
  /** Chips or a verdict above the title. */
  above?: ReactNode;
  title: ReactNode;
  /** The verdict in words: count, worst item, value, limit. */
  sentence?: ReactNode;
  /** Buttons at the right; one of them at most is primary. */
  actions?: ReactNode;
};

/** The first two lines of a page: from them alone it must be understood. */
export function PageHead({ above, title, sentence, actions }: Props) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
      <div className="max-w-[78ch] min-w-0">
        {above ? <div className="mb-1.5 flex flex-wrap items-center gap-x-3 gap-y-1">{above}</div> : null}
        <h1 className="num text-title font-semibold tracking-[-0.015em] text-balance">{title}</h1>
        {sentence ? <p className="num mt-1 text-prose text-ink-muted">{sentence}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-2 print:hidden">{actions}</div> : null}
    </header>
  );
}
