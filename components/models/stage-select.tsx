"use client";

import { useWrite } from "#components/forms/use-write";
import { Select } from "#components/ui/select";
import { nothing, request } from "#lib/client/api";
import { stages } from "#lib/domain/models/model";
import { stageWords } from "#lib/domain/models/model-words";
import type { ModelVersion } from "#lib/domain/models/version";

/** The stage of a version; a new champion retires the old one. */
export function StageSelect({ slug, version }: { slug: string; version: ModelVersion }) {
  const change = useWrite({
    write: (stage: string) =>
      request("PATCH", `/api/v1/models/${slug}/versions/${encodeURIComponent(version.version)}`, nothing, { body: { stage } }),
    done: `The stage of ${version.version} has changed.`,
  });
  return (
    <Select
      label={`Stage of ${version.version}`}
      hideLabel
      value={version.stage}
      disabled={change.pending}
      onChange={(event) => change.run(event.target.value)}
      options={stages.map((stage) => ({ value: stage, label: stageWords[stage] }))}
    />
  );
}
