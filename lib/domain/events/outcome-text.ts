import type { Model } from "#lib/domain/models/model";
import { isKey, numberFromText } from "./line-values.ts";

type Outcome = { text: string } | { fault: string };
type Task = Pick<Model, "task" | "positiveLabel">;

const largest = 1e15;

/** Tables write whole numbers as 1.0 as soon as one of the column is missing. */
const wholeOf = (text: string) => text.replace(/^(-?\d{1,15})\.0+$/, "$1");

function binaryText(text: string, positiveLabel: Task["positiveLabel"]): Outcome {
  const wanted = String(positiveLabel).trim();
  if (text === wanted) return { text: "1" };
  const said = text.toLowerCase();
  const number = said === "true" ? 1 : said === "false" ? 0 : Number(text);
  const positive = wanted === "" ? Number.NaN : Number(positiveLabel);
  if (Number.isNaN(positive)) return { text: number === 1 ? "1" : "0" };
  if (number === positive) return { text: "1" };
  const opposites = positive === 1 ? [0, -1] : positive === 0 ? [1] : null;
  if (opposites ? opposites.includes(number) : Number.isFinite(number)) return { text: "0" };
  return { fault: `Must be ${wanted} or its opposite (0, 1, true or false).` };
}

/**
 * A prediction or label as canonical text: "1" and "0" (binary), the class (multiclass), the shortest number (regression).
 * Binary: the model's positive label is 1; where that is a word, 1 and true are it too and everything else is 0; where it is a number
 * other than 0 and 1, every other number is 0 (classes 1 and 2); else only 0, 1, true and false are known, and −1 as the opposite of 1.
 */
export function outcomeText(value: unknown, { task, positiveLabel }: Task, fromText = false): Outcome {
  if (task === "regression") {
    const number = typeof value === "number" ? value : fromText && typeof value === "string" ? numberFromText(value) : undefined;
    return number !== undefined && Number.isFinite(number) && Math.abs(number) <= largest
      ? { text: String(number) }
      : { fault: "Must be a finite number of at most 1e15 in size." };
  }
  if (typeof value === "object" || value === undefined) return { fault: "Must be a class, as text or number." };
  if (typeof value === "number" && !Number.isFinite(value)) return { fault: "Must be a finite number or a class." };
  const text = String(value);
  if (!isKey(text, 200) || text.trim() === "") return { fault: "A class is a text of 1 to 200 characters, none of them a zero byte." };
  if (task === "binary") return binaryText(text.trim(), positiveLabel);
  return { text: fromText ? wholeOf(text) : text };
}
