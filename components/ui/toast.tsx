"use client";

import { X } from "lucide-react";
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from "react";
import { floatStyle } from "./control-style.ts";
import { IconButton } from "./icon-button.tsx";
import { VerdictMark } from "./verdict-mark.tsx";

type Toast = { id: number; text: string; kind: "done" | "failed" };
type Tell = {
  /** "Saved." in a few words. */ done: (text: string) => void /** What failed and what to do; stays until closed. */;
  failed: (text: string) => void;
};

const ToastContext = createContext<Tell | null>(null);
const STAYS_MS = 6000;
const AT_MOST = 3;

/** Tells what an action did where the page itself does not show it. */
export function useToast(): Tell {
  const tell = useContext(ToastContext);
  if (!tell) throw new Error("useToast needs <ToastProvider> above it.");
  return tell;
}

/** Holds the messages in the lower right corner; both regions are there from the start so they are read aloud. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const next = useRef(0);

  const close = useCallback((id: number) => setToasts((before) => before.filter((toast) => toast.id !== id)), []);
  const tell = useMemo<Tell>(() => {
    const add = (text: string, kind: Toast["kind"]) => {
      next.current += 1;
      const id = next.current;
      setToasts((before) => [...before, { id, text, kind }].slice(-AT_MOST));
      if (kind === "done") setTimeout(() => close(id), STAYS_MS);
    };
    return { done: (text) => add(text, "done"), failed: (text) => add(text, "failed") };
  }, [close]);

  return (
    <ToastContext value={tell}>
      {children}
      <div className="pointer-events-none fixed right-4 bottom-4 z-60 grid w-[min(360px,calc(100vw-32px))] gap-2 print:hidden">
        <ToastList live="polite" toasts={toasts.filter((toast) => toast.kind === "done")} onClose={close} />
        <ToastList live="assertive" toasts={toasts.filter((toast) => toast.kind === "failed")} onClose={close} />
      </div>
    </ToastContext>
  );
}

function ToastList({ live, toasts, onClose }: { live: "polite" | "assertive"; toasts: readonly Toast[]; onClose: (id: number) => void }) {
  return (
    <div aria-live={live} className="grid gap-2">
      {toasts.map((toast) => (
        <div key={toast.id} className={`${floatStyle} pointer-events-auto flex items-start gap-2 py-2 pr-2 pl-3`}>
          <VerdictMark
            kind={toast.kind === "done" ? "ok" : "critical"}
            word={toast.kind === "done" ? "Done" : "Failed"}
            iconOnly
            className="h-8"
          />
          <p className="min-w-0 flex-1 py-1.5 break-words">{toast.text}</p>
          <IconButton label="Close message" onClick={() => onClose(toast.id)}>
            <X aria-hidden="true" strokeWidth={1.75} className="size-4" />
          </IconButton>
        </div>
      ))}
    </div>
  );
}
