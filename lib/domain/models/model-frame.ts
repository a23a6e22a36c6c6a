/** What the pages of a model need to lay out their controls: which data there are. */
export type ModelFrame = {
  /** when the first and the newest rows came, null without any */
  data: { first: string; last: string } | null;
  versions: VersionSpan[];
  /** name:value of every segment that was met, most rows first within a name */
  segments: string[];
};

/** How long a version was in use, and how many rows it predicted. */
export type VersionSpan = { version: string; firstRow: string; lastRow: string; rows: number; labelled: number };
