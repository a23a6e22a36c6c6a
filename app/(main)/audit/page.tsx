import type { Metadata } from "next";
import { AuditPage } from "#components/access/audit-page";
import { Refusal } from "#components/ui/refusal";
import { listAuditEvents } from "#lib/server/audit/list";
import { pageCaller } from "#lib/server/session/page-caller";
import { isRefused, pageData } from "#lib/server/session/page-data";
import { pageTimeZone } from "#lib/server/session/page-time-zone";

export const metadata: Metadata = { title: "Audit trail" };

export default async function Audit({ searchParams }: { searchParams: Promise<Record<string, string | undefined>> }) {
  const { noun, actor, cursor } = await searchParams;
  const filter = { ...(noun ? { noun } : {}), ...(actor ? { actor } : {}), ...(cursor ? { cursor } : {}) };
  const [answer, caller, timeZone] = await Promise.all([pageData(listAuditEvents, filter), pageCaller(), pageTimeZone()]);
  return (
    <>
      {isRefused(answer) ? (
        <Refusal code={answer.refused.code} message={answer.refused.message} />
      ) : (
        <AuditPage
          entries={answer.items}
          nextCursor={answer.nextCursor}
          filter={{ noun, actor, cursor }}
          now={caller.now.toISOString()}
          timeZone={timeZone}
        />
      )}
    </>
  );
}
