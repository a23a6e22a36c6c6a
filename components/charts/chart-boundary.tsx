"use client";

import { catchError, type ErrorInfo } from "next/error";
import { Button } from "#components/ui/button";
import { ErrorPanel } from "#components/ui/error-panel";

/** One chart may fail without taking the page with it. */
export const ChartBoundary = catchError(function ChartFailed({ name }: { name: string }, { retry }: ErrorInfo) {
  return (
    <div className="mt-3">
      <ErrorPanel title={`${name} could not be drawn`} level={3} action={<Button onClick={() => retry()}>Try again</Button>}>
        The rest of the page is not affected.
      </ErrorPanel>
    </div>
  );
});
