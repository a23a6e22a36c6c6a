/** One field of a request, nested ones by their dotted name. */
export type ApiField = { name: string; type: string; required: boolean; default: string | null };

/** One operation of the API as people read it. */
export type ApiEntry = {
  id: string;
  method: string;
  /** with /api/v1 */
  path: string;
  summary: string;
  permission: string;
  /** the least role that has the permission */
  role: string;
  status: number;
  inPath: ApiField[];
  inQuery: ApiField[];
  /** content types and, for JSON, fields; null without a body */
  body: { types: string[]; fields: ApiField[] } | null;
  /** a command to try it */
  example: string;
};

export type ApiSection = { name: string; entries: ApiEntry[] };
