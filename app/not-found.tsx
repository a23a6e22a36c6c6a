import Link from "next/link";

export default function NotFound() {
  return (
    <main className="mx-auto max-w-[480px] px-4 py-24">
      <h1 className="mb-2 text-title font-semibold">There is nothing here</h1>
      <p className="text-prose text-ink-muted">
        The address may be wrong.{" "}
        <Link href="/" className="text-accent underline">
          Go to the start
        </Link>
      </p>
    </main>
  );
}
