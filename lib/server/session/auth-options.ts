import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { signIn } from "../access/sign-in.ts";

/** Sessions are signed tokens that say only who; every request reads role and standing from the database. */
export const authOptions = (): NextAuthOptions => ({
  session: { strategy: "jwt", maxAge: 12 * 3600 },
  pages: { signIn: "/login", error: "/login" },
  providers: [
    Credentials({
      credentials: { email: {}, password: {} },
      authorize: async (given, request) => {
        const forwarded = request.headers?.["x-forwarded-for"];
        const result = await signIn(given, typeof forwarded === "string" ? (forwarded.split(",")[0] ?? "local") : "local", new Date());
        if (result.kind === "wait") throw new Error(`wait:${result.seconds}`);
        return result.kind === "ok" ? { ...result.user } : null;
      },
    }),
  ],
  callbacks: {
    jwt: async ({ token, user }) => (user && "epoch" in user ? { ...token, sub: user.id, epoch: user.epoch } : token),
  },
});
