import { readFileSync } from "node:fs";
import { z } from "zod";

const source = { src: z.string() };

const AlertVectors = z.object({
  prometheus_rule: z.array(
    z.object({
      ...source,
      case: z.string(),
      for_s: z.number(),
      keep_s: z.number(),
      times_s: z.array(z.number()),
      cond: z.array(z.boolean()),
      expect: z.array(z.enum(["pending", "firing", "resolved", "-"])),
    }),
  ),
  prometheus_restore: z.array(
    z.object({
      ...source,
      kind: z.string(),
      for_s: z.number(),
      active_at_s: z.number(),
      down_at_s: z.number(),
      restore_at_s: z.number(),
      expect_active_at_s: z.number(),
    }),
  ),
  grafana_state: z.array(
    z.object({
      ...source,
      case: z.string(),
      interval_s: z.number(),
      evals: z.array(z.enum(["N", "A", "ND", "E"])),
      for_s: z.number(),
      keep_s: z.number(),
      exec_err: z.enum(["Error", "Alerting"]),
      expect_states: z.array(z.enum(["Normal", "Pending", "Alerting", "Recovering", "NoData"])),
      expect_sent_at_s: z.array(z.number()),
    }),
  ),
  nagios_flap_percent: z.array(
    z.object({ ...source, history_oldest_first: z.array(z.union([z.literal(0), z.literal(1)])), expect: z.number() }),
  ),
});

/** What other alerting systems answer in their own tests; `src` names the test. */
export const alertVectors = AlertVectors.parse(JSON.parse(readFileSync(new URL("./data/alert-vectors.json", import.meta.url), "utf8")));
