"use client";

import { type ReactNode, useState } from "react";
import { Dialog } from "#components/ui/dialog";
import { Kbd } from "#components/ui/kbd";
import { Switch } from "#components/ui/switch";
import { shortcutsOffKey, useShortcut } from "#lib/client/use-shortcut";
import { navItemsFor } from "./nav-items.tsx";

/** The keys of every page, and the switch for those who do not want them. */
export function HelpDialog({ permissions }: { permissions: readonly string[] }) {
  const [open, setOpen] = useState(false);
  const [on, setOn] = useState(true);
  const show = (next: boolean) => {
    setOn(localStorage.getItem(shortcutsOffKey) !== "1");
    setOpen(next);
  };
  useShortcut("?", () => show(true));

  return (
    <>
      <button type="button" onClick={() => show(true)} className="rounded-inner hover:text-ink print:hidden">
        Press <Kbd>?</Kbd> for keys
      </button>
      <Dialog title="Keys" open={open} onOpenChange={setOpen}>
        <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-2">
          <KeyRow words="Search">
            <Kbd>/</Kbd> or <Kbd>⌘K</Kbd>
          </KeyRow>
          {navItemsFor(permissions)
            .filter((item) => item.key)
            .map((item) => (
              <KeyRow key={item.href} words={item.label}>
                <Kbd>g</Kbd> <Kbd>{item.key}</Kbd>
              </KeyRow>
            ))}
          <KeyRow words="Fold the sidebar">
            <Kbd>[</Kbd>
          </KeyRow>
          <KeyRow words="Acknowledge the open incident">
            <Kbd>A</Kbd>
          </KeyRow>
          <KeyRow words="Move through the windows of a chart">
            <Kbd>←</Kbd> <Kbd>→</Kbd>
          </KeyRow>
          <KeyRow words="Close what is open">
            <Kbd>Esc</Kbd>
          </KeyRow>
        </dl>
        <div className="mt-4 border-t border-line pt-4">
          <Switch
            label="Single keys act"
            help="Switch off if speech or other input sends letters by itself. ⌘K and Escape stay."
            checked={on}
            onChange={(next) => {
              localStorage.setItem(shortcutsOffKey, next ? "0" : "1");
              setOn(next);
            }}
          />
        </div>
      </Dialog>
    </>
  );
}

function KeyRow({ words, children }: { words: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-muted">{words}</dt>
      <dd className="text-right text-ink-faint">{children}</dd>
    </>
  );
}
