import { AppError } from "#lib/domain/errors";
import type { Question } from "./question.ts";

/** `not_found` for a column that the model does not have, naming those it has. */
export function checkColumn({ model, spec }: Pick<Question, "model" | "spec">, feature: string): void {
  if (spec.columns.some(({ name }) => name === feature)) return;
  const names = spec.columns.slice(0, 50).map(({ name }) => name);
  throw new AppError(
    "not_found",
    `${model.slug} has no column ${feature}. It has ${names.join(", ")}${spec.columns.length > 50 ? ", …" : ""}.`,
  );
}
