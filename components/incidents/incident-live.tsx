"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { incidentStandOptions } from "#lib/client/incidents";

/** Looks every few seconds whether somebody else acted; the page is laid anew only when something changed, and says so once. */
export function IncidentLive({ id, updated }: { id: string; updated: string }) {
  const router = useRouter();
  const shown = useRef(updated);
  const { data } = useQuery(incidentStandOptions(id));
  useEffect(() => {
    shown.current = updated;
  }, [updated]);
  useEffect(() => {
    if (data !== undefined && data !== shown.current) {
      shown.current = data;
      router.refresh();
    }
  }, [data, router]);
  return (
    <span role="status" className="sr-only">
      {data !== undefined && data !== updated ? "This incident has changed." : ""}
    </span>
  );
}
