import type { ModelDraft } from "#lib/client/model-draft";

/** What every part of the form of a model is given. */
export type ModelFormPart = {
  draft: ModelDraft;
  edit: (change: Partial<ModelDraft>) => void;
  /** what the server refused, by its field */
  fields: Readonly<Record<string, string>>;
};
