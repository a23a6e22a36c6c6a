"use client";

import { useEffect, useState } from "react";
import { dateTime, relativeTime } from "#lib/client/format";

type Props = {
  /** ISO instant; null is shown as "–". */
  at: string | null;
  /** The server's clock at render, ISO: the first paint is the same on both sides, then it ticks. */
  now: string;
  timeZone: string;
  className?: string;
};

const TICK_MS = 15_000;

/** How long ago or until; the absolute time in the person's zone on hover. */
export function RelativeTime({ at, now, timeZone, className }: Props) {
  const [clock, setClock] = useState(() => new Date(now).getTime());
  useEffect(() => {
    const start = new Date(now).getTime();
    const began = performance.now();
    setClock(start);
    const timer = setInterval(() => setClock(start + performance.now() - began), TICK_MS);
    return () => clearInterval(timer);
  }, [now]);
  if (at === null) return <span className={className}>–</span>;
  return (
    <time dateTime={at} title={`${dateTime(at, timeZone)} ${timeZone}`} className={className}>
      {relativeTime(at, clock)}
    </time>
  );
}
