"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const EVERY_MS = 5_000;

/** Lays the page anew while somebody looks at it, and at once when they come back to it. */
export function LiveRefresh() {
  const router = useRouter();
  useEffect(() => {
    let last = performance.now();
    const refresh = () => {
      if (document.visibilityState !== "visible" || performance.now() - last < EVERY_MS) return;
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
