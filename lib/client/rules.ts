import { queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { PreviewAnswer } from "#lib/domain/alerts/preview-answer";
import { request } from "./api.ts";

/** What is sent to try a rule: its semantic fields only, so that a change of words asks nothing. */
export type RuleDraft = Record<string, unknown> & { query: unknown; condition: unknown };

/** The same state machine that will run the rule, over its history. */
export const previewOptions = (rule: RuleDraft, from: string, to: string, enabled: boolean) =>
  queryOptions({
    queryKey: ["rule-preview", rule, from, to],
    queryFn: ({ signal }) => request("POST", "/api/v1/alert-rules/preview", PreviewAnswer, { body: { rule, from, to }, signal }),
    enabled,
    retry: false,
    staleTime: 60_000,
  });

const Saved = z.object({ id: z.string() });
export const saveRule = (id: string | null, body: Record<string, unknown>) =>
  id === null ? request("POST", "/api/v1/alert-rules", Saved, { body }) : request("PATCH", `/api/v1/alert-rules/${id}`, Saved, { body });
