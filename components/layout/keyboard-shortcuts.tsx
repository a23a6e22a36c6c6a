"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { isFree } from "#lib/client/use-shortcut";
import { navItemsFor } from "./nav-items.tsx";

const WAITS_MS = 1000;

/** g and a letter lead to a page: g m models, g i incidents. */
export function KeyboardShortcuts({ permissions }: { permissions: readonly string[] }) {
  const router = useRouter();
  useEffect(() => {
    const hrefs = new Map(navItemsFor(permissions).map((item) => [item.key, item.href]));
    let goUntil = 0;
    const onKey = (event: KeyboardEvent) => {
      if (!isFree(event)) return;
      if (event.key === "g") {
        goUntil = event.timeStamp + WAITS_MS;
        return;
      }
      const href = hrefs.get(event.key);
      const awaited = event.timeStamp < goUntil;
      goUntil = 0;
      if (!awaited || !href) return;
      event.preventDefault();
      router.push(href);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [permissions, router]);
  return null;
}
