import type { ReactNode } from "react";
import { Breadcrumbs } from "./breadcrumbs.tsx";
import { KeyboardShortcuts } from "./keyboard-shortcuts.tsx";
import { MobileNav } from "./mobile-nav.tsx";
import { PageFoot } from "./page-foot.tsx";
import { SearchPalette } from "./search-palette.tsx";
import { Sidebar } from "./sidebar.tsx";
import type { ShellUser } from "./user-menu.tsx";

type Props = {
  user: ShellUser;
  /** Of the signed-in person; pages without theirs are not listed. */
  permissions: readonly string[];
  /** Figures in the sidebar, by address: { "/incidents": 3 }. Zero is not shown. */
  counts?: Readonly<Record<string, number>>;
  /** The server's clock at render, ISO. */
  now: string;
  timeZone: string;
  /** Where the search box asks, e.g. "/api/v1/search". */
  searchPath?: string;
  /** Choices that rule the whole page, at the right of the top bar. */
  controls?: ReactNode;
  children: ReactNode;
};

/** The frame of every page behind the sign-in: navigation, top bar, content, foot. */
export function AppShell({ user, permissions, counts = {}, now, timeZone, searchPath, controls, children }: Props) {
  return (
    <>
      <a
        href="#main"
        className="sr-only rounded-control bg-accent px-3 py-2 text-ink-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-60"
      >
        Skip to content
      </a>
      <div className="flex min-h-dvh">
        <Sidebar permissions={permissions} counts={counts} user={user} />
        <div className="flex min-w-0 flex-1 flex-col">
          <header className="sticky top-0 z-20 flex h-14 items-center gap-3 border-b border-line bg-surface px-4 lg:px-8 print:hidden">
            <MobileNav permissions={permissions} counts={counts} user={user} />
            <Breadcrumbs />
            <SearchPalette permissions={permissions} searchPath={searchPath} />
            {controls}
          </header>
          <main id="main" tabIndex={-1} className="min-w-0 flex-1 px-4 pt-6 pb-16 outline-none lg:px-8 print:p-0">
            {children}
          </main>
          <PageFoot now={now} timeZone={timeZone} permissions={permissions} />
        </div>
      </div>
      <KeyboardShortcuts permissions={permissions} />
    </>
  );
}
