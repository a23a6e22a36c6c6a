import { afterEach, beforeEach, expect, vi } from "vitest";

/** Unexpected console output is a failed test: what nobody reads in a log is a defect nobody sees. */
beforeEach(() => {
  for (const method of ["error", "warn"] as const) vi.spyOn(console, method).mockName(`console.${method}`);
});
afterEach(() => {
  for (const method of ["error", "warn"] as const) {
    const spy = vi.mocked(console[method]);
    if (vi.isMockFunction(spy)) expect(spy.mock.calls, `unexpected console.${method}`).toEqual([]);
    vi.restoreAllMocks();
  }
});
