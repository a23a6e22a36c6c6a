import type { Metadata } from "next";
import { JoinForm } from "#components/access/join-form";
import { readLink } from "#lib/server/people/join";

export const metadata: Metadata = { title: "Join", referrer: "no-referrer" };

export default async function JoinPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await readLink(token, new Date());
  if (link) return <JoinForm token={token} link={link} />;
  return (
    <>
      <h1 className="mb-2 text-title font-semibold">This link no longer works</h1>
      <p className="text-prose text-ink-muted">It was used, withdrawn or is too old. Ask an administrator for a new one.</p>
    </>
  );
}
