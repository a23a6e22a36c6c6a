"use client";

import { PanelLeft } from "lucide-react";
import { Kbd } from "#components/ui/kbd";
import { useShortcut } from "#lib/client/use-shortcut";
import { foldedKey } from "./theme-script.tsx";

function fold() {
  const folded = document.documentElement.toggleAttribute("data-folded");
  localStorage.setItem(foldedKey, folded ? "1" : "0");
}

/** Folds the sidebar to its icons and back. */
export function FoldButton() {
  useShortcut("[", fold);
  return (
    <button
      type="button"
      onClick={fold}
      title="Fold or unfold the sidebar ([)"
      className="flex h-8 w-full items-center gap-2.5 rounded-control px-2.5 text-left text-ink-faint hover:bg-surface-hover hover:text-ink folded:justify-center folded:px-0"
    >
      <PanelLeft aria-hidden="true" strokeWidth={1.75} className="size-4 shrink-0" />
      <span className="flex-1 folded:sr-only">Collapse</span>
      <span className="folded:hidden">
        <Kbd>[</Kbd>
      </span>
    </button>
  );
}
