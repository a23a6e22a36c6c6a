import "server-only";
import { z } from "zod";

const count = z.number().int();

export const TeamOutput = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  people: count,
  models: count,
  kpis: count,
  rules: count,
  createdAt: z.string(),
});
