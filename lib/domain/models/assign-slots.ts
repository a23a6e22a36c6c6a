import type { FeatureType, ModelSchema, StoredSchema } from "./model.ts";

/** A new model's schema before any column has a place. */
export const emptySchema: StoredSchema = { features: [], groups: [], segments: [], nextSlot: 0 };

/**
 * Gives every column its place in the stored rows. A column that stays keeps its slot; a new one, one that comes back
 * and one whose type changed get a slot that no row has ever used, so an old row is never read as something else.
 */
export function assignSlots(wanted: ModelSchema, before: StoredSchema = emptySchema): StoredSchema {
  let nextSlot = before.nextSlot;
  const place = (kept: number | undefined) => kept ?? nextSlot++;
  const slotOf = (list: { name: string; slot: number }[]) => new Map(list.map(({ name, slot }) => [name, slot]));
  const key = (name: string, type: FeatureType) => `${type} ${name}`;
  const features = new Map(before.features.map(({ name, type, slot }) => [key(name, type), slot]));
  const groups = slotOf(before.groups);
  const segments = slotOf(before.segments);
  return {
    features: wanted.features.map((feature) => ({ ...feature, slot: place(features.get(key(feature.name, feature.type))) })),
    groups: wanted.groups.map((name) => ({ name, slot: place(groups.get(name)) })),
    segments: wanted.segments.map((name) => ({ name, slot: place(segments.get(name)) })),
    nextSlot,
  };
}

/** The schema as a person writes and reads it: without slots. */
export const withoutSlots = ({ features, groups, segments }: StoredSchema): ModelSchema => ({
  features: features.map(({ slot: _, ...feature }) => feature),
  groups: groups.map(({ name }) => name),
  segments: segments.map(({ name }) => name),
});
