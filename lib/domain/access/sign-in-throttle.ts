/**
 * Seconds to wait after this many failures within an hour. A person may mistype four times;
 * from the fifth on the wait doubles up to 15 minutes. A shared address gets more room than a single account.
 */
export function signInWait(kind: "email" | "address", failures: number): number {
  const free = kind === "email" ? 4 : 40;
  return failures <= free ? 0 : Math.min(900, 2 ** (failures - free) * 5);
}
