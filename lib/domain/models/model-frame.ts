/** What the pages of a model need to lay out their controls: which data there are. */
export type ModelFrame = {
  /** end of the newest window with rows, null without any */
  lastData: string | null;
  versions: VersionSpan[];
  /** name:value of every segment that was met, most rows first within a name */
  segments: string[];
};

/** How long a version was in use, and how many rows it predicted. */
export type VersionSpan = { version: string; firstRow: string; lastRow: string; rows: number; labelled: number };
