"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const EVERY_MS = 5_000;

/** Lays the page anew while somebody looks at it, and at once when they come back to it. */
export function LiveRefresh() {
  const router = useRouter();
  useEffect(() => {
    let last = performance.now();
    // A timer may come a little early; only a return to the page can come much too early.
    const refresh = () => {
      if (document.visibilityState !== "visible" || performance.now() - last < EVERY_MS - 500) return;
      last = performance.now();
      router.refresh();
    };
    const timer = setInterval(refresh, EVERY_MS);
    document.addEventListener("visibilitychange", refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", refresh);
    };
  }, [router]);
  return null;
}
