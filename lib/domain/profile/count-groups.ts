import type { EventRow } from "#lib/domain/events/event";
import type { Outcome } from "./count-outcome.ts";
import { emptyConfusion } from "./empty-profile.ts";
import { resolve, type ValueRegistry } from "./known-values.ts";
import type { Confusion, Profile, ProfileSpec } from "./profile.ts";
import { slotText } from "./row-values.ts";

/** Adds or takes back a row in its groups' confusion counts. A regression has no classes to confuse, a row without a prediction none either. */
export function countGroups(
  profile: Profile,
  spec: ProfileSpec,
  known: ValueRegistry,
  row: EventRow,
  { prediction, label }: Outcome,
  by: 1 | -1,
): void {
  if (spec.task === "regression" || prediction === null) return;
  const cell = confusionCell(prediction === spec.positive, label === null ? null : label === spec.positive);
  for (const { name, slot } of spec.groups) {
    const values = profile.groups.get(name);
    if (values === undefined) continue;
    const value = resolve(known, "groups", name, slotText(row, slot));
    let counts = values.get(value);
    if (counts === undefined) {
      counts = emptyConfusion();
      values.set(value, counts);
    }
    counts[cell] += by;
  }
}

function confusionCell(predicted: boolean, actual: boolean | null): keyof Confusion {
  if (actual === null) return predicted ? "unlabelledPositive" : "unlabelledNegative";
  if (predicted) return actual ? "tp" : "fp";
  return actual ? "fn" : "tn";
}
