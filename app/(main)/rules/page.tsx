import type { Metadata } from "next";
import { RuleListPage } from "#components/rules/rule-list-page";
import { Refusal } from "#components/ui/refusal";
import { can } from "#lib/domain/access/permissions";
import { listRules } from "#lib/server/rules/list";
import { pageCaller } from "#lib/server/session/page-caller";
import { isRefused, pageData } from "#lib/server/session/page-data";
import { pageTimeZone } from "#lib/server/session/page-time-zone";

export const metadata: Metadata = { title: "Alert rules" };

export default async function Rules({ searchParams }: { searchParams: Promise<Record<string, string | undefined>> }) {
  const { model } = await searchParams;
  const [answer, caller, timeZone] = await Promise.all([pageData(listRules, model ? { model } : {}), pageCaller(), pageTimeZone()]);
  return (
    <>
      {isRefused(answer) ? (
        <Refusal code={answer.refused.code} message={answer.refused.message} />
      ) : (
        <RuleListPage
          rules={answer.items}
          mayWrite={can(caller.actor.role, "rule:write")}
          now={caller.now.toISOString()}
          timeZone={timeZone}
        />
      )}
    </>
  );
}
