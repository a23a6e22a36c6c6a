import { z } from "zod";
import { nothing, request } from "./api.ts";

const Saved = z.object({ slug: z.string(), name: z.string() });
const address = (slug: string) => `/api/v1/kpis/${encodeURIComponent(slug)}`;

export const createKpi = (body: Record<string, unknown>) => request("POST", "/api/v1/kpis", Saved, { body });
export const changeKpi = (slug: string, body: Record<string, unknown>) => request("PATCH", address(slug), Saved, { body });
export const deleteKpi = (slug: string) => request("DELETE", address(slug), nothing);

const Pushed = z.object({ accepted: z.number(), rejected: z.number() });
export const pushValue = (slug: string, body: { time: string; value: number | string }) =>
  request("POST", `${address(slug)}/values`, Pushed, { body });
