import type { Metadata } from "next";
import { LoginForm } from "#components/access/login-form";

export const metadata: Metadata = { title: "Sign in" };

export default async function LoginPage({ searchParams }: { searchParams: Promise<Record<string, string | undefined>> }) {
  const { callbackUrl, joined } = await searchParams;
  // Only a path of this installation: an address from outside could lead anywhere after sign-in.
  const next = callbackUrl && /^\/(?!\/|\\)/.test(callbackUrl) ? callbackUrl : "/";
  return <LoginForm next={next} joined={joined === "1"} />;
}
