"use client";

import { useEffect, useId, useState } from "react";
import { TextField } from "#components/ui/text-field";

type Props = { value: string; onChange: (zone: string) => void; error?: string | undefined };

/** A time zone by name; the names that this browser knows are offered. */
export function TimeZoneField({ value, onChange, error }: Props) {
  const list = useId();
  const [zones, setZones] = useState<readonly string[]>([]);
  // Browser and server know different zones, so the list is not part of the first paint.
  useEffect(() => setZones(["UTC", ...Intl.supportedValuesOf("timeZone")]), []);
  return (
    <>
      <TextField
        label="Time zone"
        list={list}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        help="Days, weeks and months begin at midnight here. Changing it later counts every window again."
        error={error ?? null}
      />
      <datalist id={list}>
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
