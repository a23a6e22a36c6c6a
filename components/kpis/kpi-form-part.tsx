import type { KpiDraft, KpiFormOptions } from "#lib/client/kpi-draft";

/** What every part of the form of a KPI is given. */
export type KpiFormPart = {
  draft: KpiDraft;
  edit: (change: Partial<KpiDraft>) => void;
  /** what the server refused, by its field */
  fields: Readonly<Record<string, string>>;
  options: KpiFormOptions;
};
