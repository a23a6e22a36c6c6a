import "server-only";
import type { KpiWindow } from "#lib/domain/kpis/kpi";

/** How long a window is at most. */
export const windowSeconds: Record<KpiWindow, number> = {
  "1m": 60,
  "5m": 300,
  "1h": 3600,
  "1d": 86_400,
  "1w": 604_800,
  "1mo": 31 * 86_400,
};
