import type { Metadata } from "next";
import { PageCrumbs } from "#components/layout/page-crumbs";
import { RuleForm } from "#components/rules/rule-form";
import { Refusal } from "#components/ui/refusal";
import { blankDraft } from "#lib/domain/alerts/rule-draft";
import { ruleFormOptions } from "#lib/server/rules/form-options";
import { pageCaller } from "#lib/server/session/page-caller";
import { isRefused, pageData } from "#lib/server/session/page-data";
import { pageTimeZone } from "#lib/server/session/page-time-zone";

export const metadata: Metadata = { title: "New alert rule" };

export default async function NewRule({ searchParams }: { searchParams: Promise<Record<string, string | undefined>> }) {
  const { model, kpi, metric } = await searchParams;
  const [options, caller, timeZone] = await Promise.all([pageData(ruleFormOptions, {}), pageCaller(), pageTimeZone()]);
  return (
    <>
      <PageCrumbs items={[{ label: "New rule" }]} />
      {isRefused(options) ? (
        <Refusal code={options.refused.code} message={options.refused.message} />
      ) : (
        <RuleForm
          id={null}
          draft={blankDraft({ model, kpi, metric }, options)}
          options={options}
          now={caller.now.toISOString()}
          timeZone={timeZone}
        />
      )}
    </>
  );
}
