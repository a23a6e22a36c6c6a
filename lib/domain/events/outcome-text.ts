import type { Model } from "#lib/domain/models/model";

type Outcome = { text: string } | { fault: string };
type Task = Pick<Model, "task" | "positiveLabel">;

const largest = 1e15;

/**
 * A prediction or label as canonical text: "1" and "0" (binary), the class (multiclass), the shortest number (regression).
 * Binary: the model's positive label is 1; where that is a word, every other word is 0; where it is a number other than 0 and 1, every
 * other number is 0 (classes 1 and 2); else only 0, 1, true and false are known, and −1 as the opposite of 1.
 */
export function outcomeText(value: unknown, { task, positiveLabel }: Task, fromText = false): Outcome {
  if (task === "regression") {
    const number =
      typeof value === "number" ? value : fromText && typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
    return Number.isFinite(number) && Math.abs(number) <= largest
      ? { text: String(number) }
      : { fault: "Must be a finite number of at most 1e15 in size." };
  }
  if (typeof value === "object" || value === undefined) return { fault: "Must be a class, as text or number." };
  const text = String(value);
  if (text.length > 200) return { fault: "A class has at most 200 characters." };
  if (typeof value === "number" && !Number.isFinite(value)) return { fault: "Must be a finite number or a class." };
  if (task === "multiclass") return text.includes("\u0000") ? { fault: "A class may not hold a zero byte." } : { text };
  if (text === String(positiveLabel) || Number(text) === Number(positiveLabel)) return { text: "1" };
  const word = typeof positiveLabel === "string" && Number.isNaN(Number(positiveLabel));
  if (word) return text === "1" || text === "true" ? { text: "1" } : { text: "0" };
  const positive = Number(positiveLabel);
  if (positive !== 0 && positive !== 1 && text.trim() !== "" && Number.isFinite(Number(text))) return { text: "0" };
  if (/^(0|0\.0+|false|-1)$/i.test(text)) return { text: positive === 0 ? "1" : "0" };
  if (/^(1|1\.0+|true)$/i.test(text)) return { text: positive === 0 ? "0" : "1" };
  return { fault: `Must be ${String(positiveLabel)} or its opposite (0, 1, true or false).` };
}
