import { queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { Incident } from "#lib/domain/incidents/incident";
import { request } from "./api.ts";

const Stand = Incident.pick({ workflow: true, condition: true }).extend({ timeline: z.array(z.unknown()) });

/** One word for how an incident stands: it changes when anything happened. */
export const incidentStandOptions = (id: string) =>
  queryOptions({
    queryKey: ["incidents", id, "stand"],
    queryFn: async ({ signal }) => {
      const { workflow, condition, timeline } = await request("GET", `/api/v1/incidents/${id}`, Stand, { signal });
      return `${workflow} ${condition} ${timeline.length}`;
    },
    refetchInterval: 5_000,
  });

export type IncidentVerb = "acknowledge" | "unacknowledge" | "assign" | "snooze" | "comment" | "resolve" | "reopen";

export const actOnIncident = (id: string, verb: IncidentVerb, body: Record<string, unknown> = {}) =>
  request("POST", `/api/v1/incidents/${id}/${verb}`, z.unknown(), { body });
