import { z } from "zod";
import { Reasons, seriesAnswer } from "./common.ts";

const number = z.number().nullable();

/** Latencies in milliseconds, throughput in predictions per second of the window's length. */
export const OperationsAnswer = seriesAnswer({
  requests: z.number().int(),
  errors: z.number().int(),
  errorRate: number,
  latencyP50: number,
  latencyP95: number,
  latencyP99: number,
  latencyMean: number,
  throughput: number,
  reasons: Reasons,
});
export type OperationsAnswer = z.infer<typeof OperationsAnswer>;
