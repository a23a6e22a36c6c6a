import type { WindowHead, WindowStatus } from "#lib/domain/analysis/answers/common";
import type { WindowSize } from "#lib/domain/models/model";
import { periodLabel, periodWhen } from "#lib/domain/time/period-label";

/** What charts of windows are laid out by. */
export type WindowFrame = { size: WindowSize; timeZone: string };

const steps = { "5m": "hour", "1h": "hour", "1d": "day", "1w": "day", "1mo": "month" } as const satisfies Record<WindowSize, string>;

/** How an axis of such windows is labelled. */
export const stepOf = (size: WindowSize): "hour" | "day" | "month" => steps[size];

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A window's name as a label of its own: "March 2022", "The week of 7 Mar 2022". */
export const windowName = (start: string, { size, timeZone }: WindowFrame): string =>
  capital(periodLabel(Date.parse(start), size, timeZone));

/** The same within a sentence: "the week of 7 Mar 2022". */
export const windowInSentence = (start: string, { size, timeZone }: WindowFrame): string => periodLabel(Date.parse(start), size, timeZone);

/** When it was, with its preposition: "in March 2022", "on 7 Mar 2022", "from 7 Mar 2022, 09:00". */
export const windowWhen = (start: string, { size, timeZone }: WindowFrame): string => periodWhen(Date.parse(start), size, timeZone);

export type WindowPoint = {
  start: string;
  end: string;
  label: string;
  value: number | null;
  low?: number | null;
  high?: number | null;
  estimate?: number | null;
  rows: number;
  labelled: number;
  status: WindowStatus;
};

type Value = { value: number | null; low?: number | null; high?: number | null };

/** Windows of an answer as points of a chart. */
export function windowPoints<W extends WindowHead>(
  windows: readonly W[],
  frame: WindowFrame,
  valueIn: (window: W) => Value,
  statusOf: (window: W) => WindowStatus = (window) => window.status,
): WindowPoint[] {
  return windows.map((window) => ({
    start: window.start,
    end: window.end,
    label: windowName(window.start, frame),
    ...valueIn(window),
    rows: window.predictions,
    labelled: window.labelled,
    status: statusOf(window),
  }));
}

/** Starts of windows with their names, for charts of several lines. */
export const windowNames = (windows: readonly WindowHead[], frame: WindowFrame): { start: string; end: string; label: string }[] =>
  windows.map(({ start, end }) => ({ start, end, label: windowName(start, frame) }));
