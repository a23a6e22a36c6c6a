"use client";

import { Button } from "#components/ui/button";
import { ErrorPanel } from "#components/ui/error-panel";

export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <ErrorPanel
      level={1}
      title="This page could not be shown"
      reference={error.digest}
      action={
        <Button variant="primary" onClick={reset}>
          Try again
        </Button>
      }
    >
      What you see elsewhere is not affected. If it happens again, tell an administrator the reference below.
    </ErrorPanel>
  );
}
