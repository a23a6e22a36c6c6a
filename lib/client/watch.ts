import { nothing, request } from "./api.ts";

type Decision = { accept?: string[]; dismiss?: string[]; restore?: string[] };

/** Accepts proposals of a model, which makes KPIs of them, dismisses them, or takes them up again; by their keys. */
export const decideWatch = (slug: string, decision: Decision) =>
  request("POST", `/api/v1/models/${encodeURIComponent(slug)}/watch`, nothing, { body: decision });
