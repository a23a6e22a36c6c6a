/** Heights and frames shared by what can be pressed or typed in: 32 px, 40 px below 1024 px for fingers. */

const button =
  "inline-flex h-10 items-center justify-center gap-1.5 rounded-control border text-body font-medium whitespace-nowrap lg:h-8 " +
  "disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55 print:hidden";

/** One primary button a page: the next sensible step. */
export const buttonStyle = {
  primary: `${button} border-transparent bg-accent px-3 text-ink-on-accent hover:bg-accent-hover`,
  default: `${button} border-line-strong bg-surface-raised px-3 text-ink hover:bg-surface-hover`,
  quiet: `${button} border-transparent bg-transparent px-2 text-ink-muted hover:bg-surface-hover hover:text-ink`,
} as const;

export type ButtonVariant = keyof typeof buttonStyle;

export const iconButtonStyle = {
  default: `${button} w-10 border-line-strong bg-surface-raised text-ink hover:bg-surface-hover lg:w-8`,
  quiet: `${button} w-10 border-transparent bg-transparent text-ink-muted hover:bg-surface-hover hover:text-ink lg:w-8`,
} as const;

/** The frame of a field; the error frame is told by aria-invalid, never by colour alone. */
export const fieldStyle =
  "w-full rounded-control border border-line-control bg-surface-raised text-body text-ink placeholder:text-ink-faint " +
  "aria-invalid:border-critical disabled:cursor-not-allowed disabled:bg-surface-sunken disabled:text-ink-muted";

/** A quiet choice in a row above content: key, value, chevron. */
export const controlStyle =
  "inline-flex h-10 items-center gap-1.5 rounded-control px-2 text-body whitespace-nowrap text-ink hover:bg-surface-hover lg:h-8 print:hidden";

/** What floats above the page. */
export const floatStyle = "rounded-popover bg-surface-raised text-body text-ink shadow-float";
