import "server-only";
import { notFound } from "next/navigation";
import type { z } from "zod";
import { AppError } from "#lib/domain/errors";
import type { Operation } from "../operation.ts";
import { pageCaller } from "./page-caller.ts";

export type Refused = { refused: AppError };
export const isRefused = (value: unknown): value is Refused => typeof value === "object" && value !== null && "refused" in value;

/** A page's read: the answer, a 404 page, or the refusal to be shown in words (forbidden, invalid, conflict). */
export async function pageData<I extends z.ZodType, O>(operation: Operation<I, O>, raw: unknown): Promise<O | Refused> {
  const caller = await pageCaller();
  try {
    return await operation(caller, raw);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    if (error instanceof AppError && error.code !== "internal") return { refused: error };
    throw error;
  }
}
