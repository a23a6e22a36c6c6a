import { z } from "zod";
import { FeatureInput } from "./model.ts";

const Slot = z.number().int().min(0);
const Column = z.object({ name: z.string(), slot: Slot });

/** The schema as it is stored with a model: names, types and the slot that each column has in every stored row. */
export const StoredModelSchema = z.object({
  features: z.array(FeatureInput.extend({ slot: Slot })),
  groups: z.array(Column),
  segments: z.array(Column),
  nextSlot: Slot,
});
