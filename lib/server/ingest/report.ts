import "server-only";
import type { LineError } from "#lib/domain/events/event";

export type IngestReport = {
  accepted: number;
  duplicates: number;
  rejected: number;
  /** at most a hundred; `rejected` counts all */
  errors: LineError[];
  /** names that the model does not know: their values were left out */
  warnings: { code: "unknown_field"; path: string; lines: number }[];
};

const mostErrors = 100;
const mostWarnings = 50;

/** Gathers what happened to the lines of one body, bounded however many there are. */
export class ReportBuilder {
  accepted = 0;
  duplicates = 0;
  rejected = 0;
  readonly errors: LineError[] = [];
  private readonly unknown = new Map<string, number>();
  private readonly onReject: ((error: LineError) => void) | undefined;

  constructor(onReject?: (error: LineError) => void) {
    this.onReject = onReject;
  }

  reject(error: LineError): void {
    this.rejected++;
    this.onReject?.(error);
    if (this.errors.length < mostErrors) this.errors.push(error);
  }

  unknownField = (path: string): void => {
    const lines = this.unknown.get(path);
    if (lines !== undefined) this.unknown.set(path, lines + 1);
    else if (this.unknown.size < mostWarnings) this.unknown.set(path, 1);
  };

  report(): IngestReport {
    return {
      accepted: this.accepted,
      duplicates: this.duplicates,
      rejected: this.rejected,
      errors: this.errors,
      warnings: [...this.unknown].map(([path, lines]) => ({ code: "unknown_field" as const, path, lines })),
    };
  }
}
