import "server-only";
import { cookies } from "next/headers";

/** The zone in which this browser's person reads times: told by the browser in a cookie, UTC until then. */
export async function pageTimeZone(): Promise<string> {
  const zone = decodeURIComponent((await cookies()).get("modelwatch-zone")?.value ?? "UTC");
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return zone;
  } catch {
    return "UTC";
  }
}
