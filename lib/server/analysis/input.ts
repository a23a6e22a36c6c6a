import "server-only";
import { z } from "zod";
import { windows } from "#lib/domain/models/model";

/** A plus sign in an address that nobody encoded arrives as a space. */
const withPlus = (text: string): string => text.trim().replace(/ (\d\d:?\d\d)$/, "+$1");

/** A moment as RFC 3339, or a date that means midnight UTC; as ms since 1970. */
const Moment = z
  .string()
  .overwrite(withPlus)
  .pipe(z.union([z.iso.datetime({ offset: true }), z.iso.date()], "Write a time such as 2022-03-01T00:00:00Z."))
  .transform((text) => Date.parse(text));

const Name = z.string().trim().min(1).max(300);

export const Segment = z
  .string()
  .max(500)
  .regex(/^[^:=]+[:=].+$/s, "Write a segment as name:value, such as region:NE.")
  .transform((text) => {
    const at = text.search(/[:=]/);
    return { name: text.slice(0, at), value: text.slice(at + 1) };
  });

const Flag = z
  .union([z.boolean(), z.enum(["true", "false", "1", "0"])], "Write true or false.")
  .transform((value) => value === true || value === "true" || value === "1");

/** What every analysis is asked with. */
export const analysisShape = {
  slug: z.string().max(100),
  from: Moment.optional(),
  to: Moment.optional(),
  window: z.enum(windows, `Choose a window of ${windows.join(", ")}.`).optional(),
  version: Name.optional(),
  segment: Segment.optional(),
};

export const AnalysisInput = z.object(analysisShape);
export const ExactInput = z.object({ ...analysisShape, exact: Flag.default(false) });
export const DriftInput = z.object({ ...analysisShape, exact: Flag.default(false), feature: Name.optional() });
export const DistributionInput = z.object({ ...analysisShape, feature: Name });
export const QualityInput = z.object({ ...analysisShape, feature: Name.optional() });
export const BiasInput = z.object({ ...analysisShape, attribute: Name.optional(), baseGroup: Name.optional() });
export type AnalysisInput = z.output<typeof AnalysisInput>;
