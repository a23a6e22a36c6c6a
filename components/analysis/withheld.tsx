import { ProgressBar } from "#components/ui/progress-bar";
import { VerdictMark } from "#components/ui/verdict-mark";
import { count, date } from "#lib/client/format";
import { whenEnough } from "./when-enough.ts";

type Props = {
  labelled: number;
  needed: number /** Rows and start of the window, to tell at which pace labels come. */;
  since: string;
  now: string;
  timeZone: string;
};

/** Value given, verdict withheld: how far the labels are from the minimum. */
export function Withheld({ labelled, needed, since, now, timeZone }: Props) {
  const at = whenEnough({ labelled, needed, since, now });
  return (
    <div className="grid max-w-[52ch] gap-3">
      <VerdictMark kind="not_enough_data" />
      <ProgressBar
        label="Labelled rows"
        value={labelled}
        max={needed}
        text={`${count(labelled)} of ${count(needed)}`}
        note={
          at === null
            ? "Until then values are shown and no verdict is given."
            : `At this pace a verdict is possible on ${date(at, timeZone)}.`
        }
      />
    </div>
  );
}
