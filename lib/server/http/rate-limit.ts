import "server-only";
import { AppError } from "#lib/domain/errors";

type Bucket = { from: number; count: number };
const buckets = new Map<string, Bucket>();
const minute = 60_000;

/** A fixed window of one minute per key and process. Throws `rate_limited` with the seconds to wait. */
export function takeTurn(key: string, limit: number, nowMs: number): void {
  if (buckets.size > 50_000) for (const [old, bucket] of buckets) if (nowMs - bucket.from > minute) buckets.delete(old);
  const bucket = buckets.get(key);
  if (!bucket || nowMs - bucket.from >= minute) {
    buckets.set(key, { from: nowMs, count: 1 });
    return;
  }
  bucket.count++;
  if (bucket.count > limit) {
    const wait = Math.max(1, Math.ceil((bucket.from + minute - nowMs) / 1000));
    throw new AppError("rate_limited", `More than ${limit} requests in a minute. Try again in ${wait} s.`, { retryAfterSeconds: wait });
  }
}
