import type { KpiWindow } from "#lib/domain/kpis/kpi";
import { type RangePreset, rangePresets } from "#lib/domain/models/page-query";

const presets: Record<KpiWindow, readonly RangePreset[]> = {
  ...rangePresets,
  "1m": [
    { key: "1h", label: "Last hour", windows: 60 },
    { key: "6h", label: "Last 6 hours", windows: 360 },
    { key: "24h", label: "Last 24 hours", windows: 1440 },
  ],
};
const seconds: Record<KpiWindow, number> = { "1m": 60, "5m": 300, "1h": 3600, "1d": 86_400, "1w": 604_800, "1mo": 2_629_746 };

export type KpiRange = { from: Date; to: Date; key: string; choices: readonly RangePreset[] };

/** How far back a KPI's own page looks: as many of its windows as the address asks for, up to now. */
export function kpiRange(window: KpiWindow, asked: string | undefined, now: Date): KpiRange {
  const choices = presets[window];
  const preset = choices.find(({ key }) => key === asked) ?? choices[1] ?? { key: "", windows: 30 };
  return { from: new Date(now.getTime() - preset.windows * seconds[window] * 1000), to: now, key: preset.key, choices };
}
