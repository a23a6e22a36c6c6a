import { InlineAlert } from "#components/ui/inline-alert";
import { ProgressBar } from "#components/ui/progress-bar";
import { bytes } from "#lib/client/bytes";
import type { UploadState } from "./use-upload.ts";

/** How far a file has got, or why it did not. */
export function UploadProgress({ state }: { state: UploadState }) {
  if (state.kind === "failed")
    return (
      <InlineAlert live kind="critical" word="Not uploaded">
        {state.message}
      </InlineAlert>
    );
  if (state.kind !== "sending") return null;
  const sent = Math.min(state.sent, state.size);
  return (
    <ProgressBar
      label="Sent"
      value={sent}
      max={state.size}
      text={`${bytes(sent)} of ${bytes(state.size)}`}
      note={
        sent >= state.size && state.size > 0
          ? "All is sent. The server is storing the last lines."
          : "Keep this page open until it is done."
      }
    />
  );
}
