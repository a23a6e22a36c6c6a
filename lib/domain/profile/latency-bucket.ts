const RELATIVE_ERROR = 0.01;
const LOG_GAMMA = Math.log((1 + RELATIVE_ERROR) / (1 - RELATIVE_ERROR));

/** DDSketch bucket of a positive value: every value of it lies within 1 % of the bucket's representative. */
export function latencyBucket(milliseconds: number): number {
  return Math.ceil(Math.log(milliseconds) / LOG_GAMMA);
}
