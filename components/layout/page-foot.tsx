"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { dateTime } from "#lib/client/format";
import { HelpDialog } from "./help-dialog.tsx";

type Props = { /** The server's clock, ISO. */ now: string; timeZone: string; permissions: readonly string[] };

/** When what is shown was read, in which zone, and where the keys are. */
export function PageFoot({ now, timeZone, permissions }: Props) {
  const pathname = usePathname();
  const shownPath = useRef(pathname);
  const [at, setAt] = useState(now);
  useEffect(() => {
    // The frame of the page outlives a navigation, what it frames was read just now.
    if (shownPath.current === pathname) return;
    shownPath.current = pathname;
    setAt(new Date().toISOString());
  }, [pathname]);
  return (
    <footer className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-3 text-small text-ink-faint lg:px-8">
      <span className="num">
        As of {dateTime(at, timeZone)} {timeZone}
      </span>
      <HelpDialog permissions={permissions} />
    </footer>
  );
}
