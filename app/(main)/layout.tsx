import { headers } from "next/headers";
import type { ReactNode } from "react";
import { AppShell } from "#components/layout/app-shell";
import { Providers } from "#components/layout/providers";
import { permissionsOf } from "#lib/domain/access/permissions";
import { roleWords } from "#lib/domain/access/role-words";
import { pageCaller } from "#lib/server/session/page-caller";
import { pageTimeZone } from "#lib/server/session/page-time-zone";
import { shellCounts } from "#lib/server/shell/counts";

export default async function MainLayout({ children }: { children: ReactNode }) {
  const caller = await pageCaller();
  const [counts, timeZone, sent] = await Promise.all([shellCounts(caller, {}), pageTimeZone(), headers()]);
  return (
    <Providers nonce={sent.get("x-nonce") ?? undefined}>
      <AppShell
        user={{ name: caller.actor.name, role: roleWords[caller.actor.role] }}
        permissions={permissionsOf(caller.actor.role)}
        counts={counts}
        now={caller.now.toISOString()}
        timeZone={timeZone}
        searchPath="/api/v1/search"
      >
        {children}
      </AppShell>
    </Providers>
  );
}
