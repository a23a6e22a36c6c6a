"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useDeferredValue, useState } from "react";
import { useWrite } from "#components/forms/use-write";
import { Button } from "#components/ui/button";
import { LinkButton } from "#components/ui/link-button";
import { PageHead } from "#components/ui/page-head";
import { Select } from "#components/ui/select";
import { TextArea } from "#components/ui/text-area";
import { TextField } from "#components/ui/text-field";
import { saveRule } from "#lib/client/rules";
import { AlertRuleInput } from "#lib/domain/alerts/rule";
import { bodyOf, type RuleDraft, type RuleFormOptions } from "#lib/domain/alerts/rule-draft";
import { RuleLimits } from "./rule-limits.tsx";
import { RuleMissing } from "./rule-missing.tsx";
import { RulePreview } from "./rule-preview.tsx";
import { RuleSection } from "./rule-section.tsx";
import { RuleWatch } from "./rule-watch.tsx";

type Props = { id: string | null; draft: RuleDraft; options: RuleFormOptions; now: string; timeZone: string };

export type Edit = (change: Partial<RuleDraft>) => void;
export type FormPart = { draft: RuleDraft; edit: Edit; fields: Record<string, string> };

/** What a change of words does not alter: the preview asks only when the meaning changes. */
const meaning = (draft: RuleDraft) => {
  const { annotations: _words, labels: _labels, channels: _channels, severity: _severity, name: _name, ...rest } = bodyOf(draft);
  return rest;
};

/** A rule in a form, tried on its history while it is written. */
export function RuleForm({ id, draft: first, options, now, timeZone }: Props) {
  const router = useRouter();
  const [draft, setDraft] = useState(first);
  const tried = useDeferredValue(draft);
  const edit: Edit = (change) => setDraft((before) => ({ ...before, ...change }));
  const save = useWrite({
    write: () => saveRule(id, bodyOf(draft)),
    done: id ? "The rule is saved. It is evaluated anew at once." : "The rule is saved and watches from now on.",
    onDone: (saved) => router.push(`/rules/${saved.id}`),
    changes: ["rules"],
  });
  const part: FormPart = { draft, edit, fields: save.fields };
  const watches = tried.watch === "kpi" ? tried.kpi !== "" : tried.model !== "" && tried.metric !== "";
  const limited = tried.critical !== "" || tried.warning !== "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.run(undefined);
  };
  return (
    <form onSubmit={submit} className="grid gap-8">
      <PageHead
        title={draft.name || (id ? "Edit rule" : "New rule")}
        sentence="Nothing changes for anyone until you save."
        actions={
          <>
            <LinkButton variant="quiet" href={id ? `/rules/${id}` : "/rules"}>
              Discard
            </LinkButton>
            <Button type="submit" variant="primary" pending={save.pending}>
              Save rule
            </Button>
          </>
        }
      />
      <div className="grid gap-12 xl:grid-cols-[320px_minmax(0,1fr)]">
        <div className="grid content-start gap-6 max-xl:order-2">
          <RuleSection title="What is watched">
            <TextField
              label="Name"
              required
              value={draft.name}
              onChange={(event) => edit({ name: event.target.value })}
              error={save.fields.name}
            />
            <RuleWatch {...part} options={options} />
          </RuleSection>
          <RuleSection title="Limits">
            <RuleLimits {...part} />
          </RuleSection>
          <RuleSection title="Timing">
            <div className="grid grid-cols-3 gap-3">
              <TextField
                label="Evaluate every"
                value={draft.interval}
                onChange={(event) => edit({ interval: event.target.value })}
                error={save.fields.interval}
              />
              <TextField
                label="True for"
                value={draft.for}
                onChange={(event) => edit({ for: event.target.value })}
                error={save.fields.for}
              />
              <TextField
                label="Keep firing"
                value={draft.keepFiringFor}
                onChange={(event) => edit({ keepFiringFor: event.target.value })}
                error={save.fields.keepFiringFor}
              />
            </div>
            <p className="text-small text-ink-faint">Write durations such as 30s, 5m, 1h or 7d.</p>
          </RuleSection>
          <RuleSection title="When data is missing">
            <RuleMissing {...part} />
          </RuleSection>
          <RuleSection title="For whoever is called">
            <Select
              label="Severity of the critical limit"
              value={draft.severity}
              onChange={(event) => edit({ severity: event.target.value === "warning" ? "warning" : "critical" })}
              options={[
                { value: "critical", label: "Critical" },
                { value: "warning", label: "Warning" },
              ]}
            />
            <TextArea
              label="Runbook"
              value={draft.runbook}
              rows={3}
              help="What to do, step by step. Markdown works."
              onChange={(event) => edit({ runbook: event.target.value })}
              error={save.fields["annotations.runbook"]}
            />
            <TextField
              label="Address of the full runbook"
              type="url"
              value={draft.runbookUrl}
              onChange={(event) => edit({ runbookUrl: event.target.value })}
            />
          </RuleSection>
        </div>
        <div className="min-w-0">
          {watches && limited ? (
            <RulePreview
              rule={meaning(tried)}
              valid={AlertRuleInput.safeParse({ ...meaning(tried), name: "draft" }).success}
              now={now}
              timeZone={timeZone}
            />
          ) : (
            <p className="text-ink-muted">Choose what is watched and write a limit: the rule is then tried on its history here.</p>
          )}
        </div>
      </div>
    </form>
  );
}
