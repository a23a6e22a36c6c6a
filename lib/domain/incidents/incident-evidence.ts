/** One point of the series behind an incident; values that are not known are null. */
export type EvidencePoint = {
  start: string;
  end: string;
  label: string;
  value: number | null;
  low: number | null;
  high: number | null;
  rows: number;
  labelled: number;
  status: "ok" | "warning" | "critical" | "not_enough_data" | "no_data" | "pending";
};

export type EvidenceSeries = {
  name: string;
  unit: string;
  step: "month" | "day" | "hour";
  timeZone: string;
  points: EvidencePoint[];
  limits: { value: number; kind: "critical" | "warning"; bound: "lower" | "upper" }[];
  episodes: { from: string; to: string | null; severity: "warning" | "critical"; label?: string }[];
};

/** One likely cause: what it says, how strong the evidence is, figures before and now, where to look. */
export type Cause = {
  title: string;
  sentence: string;
  strength: "strong" | "medium" | "weak";
  figures: { name: string; reference: string; current: string }[];
  href: string | null;
};

/** What helps to understand an incident: the series, causes ranked by evidence, what was ruled out, what happened before. */
export type IncidentEvidence = {
  series: EvidenceSeries | null;
  summary: string;
  modelHref: string | null;
  causes: Cause[];
  ruledOut: string[];
  runbook: { text: string | null; url: string | null } | null;
  similar: { number: number; sentence: string }[];
};
