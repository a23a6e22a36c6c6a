import { useEffect, useEffectEvent } from "react";

/** Single keys can be switched off for people whose speech or switch input sends letters. */
export const shortcutsOffKey = "modelwatch-shortcuts-off";

const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));

/** Keys are the page's only while nothing is typed in and no dialog is open. */
export function isFree(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || takesText(event.target)) return false;
  if (document.querySelector('[role="dialog"],[role="alertdialog"],[role="menu"]')) return false;
  return localStorage.getItem(shortcutsOffKey) !== "1";
}

/** Calls `act` when one key is pressed on the page. The key is as in `KeyboardEvent.key`: "a", "?", "[". */
export function useShortcut(key: string, act: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== key || !isFree(event)) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
