"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { buttonStyle, iconButtonStyle } from "./control-style.ts";

type Props = {
  text: string /** What is copied: "Copy command". */;
  label?: string /** Shows the label beside the icon. */;
  withLabel?: boolean;
};

/** Copies text and says so; where the browser refuses, it says that too. */
export function CopyButton({ text, label = "Copy", withLabel = false }: Props) {
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState("copied");
    } catch {
      setState("refused");
    }
    setTimeout(() => setState("idle"), 2000);
  };
  const word = state === "copied" ? "Copied" : state === "refused" ? "Select and copy it by hand" : label;
  const Icon = state === "copied" ? Check : Copy;
  return (
    <button
      type="button"
      onClick={copy}
      title={word}
      aria-label={withLabel ? undefined : label}
      className={withLabel ? buttonStyle.default : `${iconButtonStyle.quiet} shrink-0 lg:h-6! lg:w-6!`}
    >
      <Icon aria-hidden="true" strokeWidth={1.75} className="size-4" />
      {withLabel ? word : null}
      <span aria-live="polite" className="sr-only">
        {state === "idle" ? "" : word}
      </span>
    </button>
  );
}
