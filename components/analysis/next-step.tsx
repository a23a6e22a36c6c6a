import type { ReactNode } from "react";
import { EmptyState } from "#components/ui/empty-state";
import { LinkButton } from "#components/ui/link-button";
import { importCommand } from "#lib/domain/models/next-commands";

type Props = { slug: string; mayWrite: boolean };

const upload = ({ slug, mayWrite }: Props, kind: string, label: string): ReactNode =>
  mayWrite ? <LinkButton href={`/upload?model=${slug}&kind=${kind}`}>{label}</LinkButton> : null;

/** What compares is empty without a reference: how to give one. */
export function NoReference(props: Props) {
  return (
    <EmptyState
      title="No reference yet"
      sentence="The reference is the time in which the model was known to be good. Limits, drift and bins are frozen with it."
      command={importCommand("reference", props.slug)}
      action={upload(props, "reference", "Upload a reference")}
    />
  );
}

export function NoPredictions(props: Props) {
  return (
    <EmptyState
      title="No predictions in this range"
      sentence="Send what the model predicted, from where it runs or from a file. A version seen for the first time registers itself."
      command={importCommand("predictions", props.slug)}
      action={upload(props, "predictions", "Upload predictions")}
    />
  );
}

/** Performance needs the truth; until it comes the scores say what to expect. */
export function NoLabels(props: Props) {
  return (
    <EmptyState
      level={3}
      title="No labels yet"
      sentence="Performance is measured once labels come. They find their prediction by its id, in any order."
      command={importCommand("labels", props.slug)}
      action={upload(props, "labels", "Upload labels")}
    />
  );
}
