import type { Metadata } from "next";
import { PageCrumbs } from "#components/layout/page-crumbs";
import { RuleForm } from "#components/rules/rule-form";
import { Refusal } from "#components/ui/refusal";
import { draftOf } from "#lib/domain/alerts/rule-draft";
import { ruleFormOptions } from "#lib/server/rules/form-options";
import { readRule } from "#lib/server/rules/list";
import { pageCaller } from "#lib/server/session/page-caller";
import { isRefused, pageData } from "#lib/server/session/page-data";
import { pageTimeZone } from "#lib/server/session/page-time-zone";

export const metadata: Metadata = { title: "Edit alert rule" };

export default async function EditRule({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [rule, options, caller, timeZone] = await Promise.all([
    pageData(readRule, { id }),
    pageData(ruleFormOptions, {}),
    pageCaller(),
    pageTimeZone(),
  ]);
  if (isRefused(options)) return <Refusal code={options.refused.code} message={options.refused.message} />;
  if (isRefused(rule)) return <Refusal code={rule.refused.code} message={rule.refused.message} />;
  return (
    <>
      <PageCrumbs items={[{ label: rule.name, href: `/rules/${id}` }, { label: "Edit" }]} />
      <RuleForm id={id} draft={draftOf(rule)} options={options} now={caller.now.toISOString()} timeZone={timeZone} />
    </>
  );
}
