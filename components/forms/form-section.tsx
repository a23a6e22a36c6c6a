import type { ReactNode } from "react";
import { SectionHead } from "#components/ui/section-head";

type Props = {
  title: string;
  /** One or two sentences: what it is for. */
  sentence?: ReactNode;
  /** Fields that need the whole width stand below the words instead of beside them. */
  wide?: boolean;
  children: ReactNode;
};

/** One question of a long form: what it is about at the left, its fields at the right. */
export function FormSection({ title, sentence, wide = false, children }: Props) {
  return (
    <section
      aria-label={title}
      className={
        wide
          ? "grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4 border-t border-line pt-6"
          : "grid min-w-0 grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-4 border-t border-line pt-6 lg:grid-cols-[240px_minmax(0,560px)]"
      }
    >
      <SectionHead title={title} sentence={sentence} />
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-4">{children}</div>
    </section>
  );
}
