import { Temporal } from "temporal-polyfill";
import type { WindowSize } from "#lib/domain/models/model";

const prepositions: Record<WindowSize, string> = { "5m": "from", "1h": "from", "1d": "on", "1w": "in", "1mo": "in" };

/** The same with its preposition: "in March 2022", "on 7 Mar 2022", "from 7 Mar 2022, 09:00". */
export const periodWhen = (start: number, size: WindowSize, timeZone: string): string =>
  `${prepositions[size]} ${periodLabel(start, size, timeZone)}`;

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const pad = (value: number): string => String(value).padStart(2, "0");

/** A window in words, by its start (ms): "March 2022", "week of 7 Mar 2022", "7 Mar 2022", "7 Mar 2022, 09:00". */
export function periodLabel(start: number, size: WindowSize, timeZone: string): string {
  const at = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(timeZone);
  const month = months[at.month - 1] ?? "";
  if (size === "1mo") return `${month} ${at.year}`;
  const day = `${at.day} ${month.slice(0, 3)} ${at.year}`;
  if (size === "1d") return day;
  return size === "1w" ? `the week of ${day}` : `${day}, ${pad(at.hour)}:${pad(at.minute)}`;
}
