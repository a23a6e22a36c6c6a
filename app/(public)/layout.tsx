import type { ReactNode } from "react";
import { Logo } from "#components/layout/logo";

export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-[360px] flex-col justify-center px-4 py-12">
      <p className="mb-8 flex items-center gap-2 text-heading font-semibold">
        <Logo />
        Modelwatch
      </p>
      {children}
    </main>
  );
}
