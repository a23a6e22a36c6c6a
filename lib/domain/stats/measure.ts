/** Why a number does not exist. An undefined result is never 0 and never NaN: it is null with one of these. */
export type UndefinedReason =
  | "no_rows"
  | "too_few_rows"
  | "no_reference_rows"
  | "no_current_rows"
  | "single_category"
  | "no_positive_labels"
  | "no_negative_labels"
  | "no_positive_predictions"
  | "no_negative_predictions"
  | "no_positive_labels_or_predictions"
  | "one_class_only"
  | "constant_label"
  | "no_nonzero_labels"
  | "constant_reference"
  | "base_rate_zero"
  | "all_rates_zero"
  | "fewer_than_two_groups"
  | "reference_windows"
  | "no_attributions";

/** A number, or null and why. */
export type Measure = { value: number; reason?: undefined } | { value: null; reason: UndefinedReason };

export const measured = (value: number): Measure => ({ value });
export const notDefined = (reason: UndefinedReason): Measure => ({ value: null, reason });
