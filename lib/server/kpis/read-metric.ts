import "server-only";
import { AppError } from "#lib/domain/errors";
import type { QueryOf } from "#lib/domain/kpis/registry";
import type { Model, WindowSize } from "#lib/domain/models/model";
import type { ReadContext } from "./reader.ts";

/** One window of a model's metric. `complete`: the window is over. */
export type MetricPoint = {
  start: number;
  end: number;
  value: number | null;
  reason: string | null;
  status: "ok" | "warning" | "critical" | "not_enough_data" | "no_data" | "pending";
  complete: boolean;
  samples: number;
};

type Range = { from: Date; to: Date } | { windowsBefore: number; to: Date };

export async function readMetric(_ctx: ReadContext, _query: QueryOf<"model">, _range: Range, _size: WindowSize): Promise<MetricPoint[]> {
  throw new AppError("unavailable", "Metrics of models cannot be read yet.");
}

/** Refuses a metric that this model does not have. */
export function checkMetric(_model: Model, _query: QueryOf<"model">): void {}
