import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Caller } from "../context.ts";
import { actorOfSession } from "./caller.ts";

/** Who looks at this page; sends an expired session to sign-in, and from there back. Once per render. */
export const pageCaller = cache(async (): Promise<Caller> => {
  const jar = await cookies();
  const cookie = jar.get("__Secure-next-auth.session-token")?.value ?? jar.get("next-auth.session-token")?.value;
  const actor = await actorOfSession(cookie);
  if (!actor) redirect(`/login?callbackUrl=${encodeURIComponent((await headers()).get("x-path") ?? "/")}`);
  return { actor, now: new Date() };
});
