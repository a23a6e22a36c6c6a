"use client";

import { useSearchParams } from "next/navigation";
import { TabsNav } from "#components/ui/tabs-nav";
import { readPageQuery, tabAddress } from "#lib/domain/models/page-query";

type Props = {
  slug: string /** Drifted columns, shown behind Drift. */;
  drifted: number /** May see more than the verdict. */;
  analysis: boolean;
  mayWrite: boolean;
};

/** The pages of a model; range, version, segment and window go along from one to the next. */
export function ModelTabs({ slug, drifted, analysis, mayWrite }: Props) {
  const query = readPageQuery(Object.fromEntries(useSearchParams()));
  const base = `/models/${slug}`;
  const tab = (path: string, label: string, count?: number) => ({
    href: tabAddress(`${base}${path}`, query),
    label,
    ...(count ? { count } : {}),
  });
  return (
    <TabsNav
      label="Pages of this model"
      exact={base}
      tabs={[
        tab("", "Overview"),
        ...(analysis
          ? [
              tab("/performance", "Performance"),
              tab("/drift", "Drift", drifted),
              tab("/bias", "Bias"),
              tab("/quality", "Data quality"),
              tab("/operations", "Operations"),
              tab("/explain", "Explain"),
            ]
          : []),
        { href: `${base}/versions`, label: "Versions" },
        ...(analysis ? [{ href: `${base}/watch`, label: "What to watch" }] : []),
        ...(mayWrite ? [{ href: `${base}/settings`, label: "Settings" }] : []),
      ]}
    />
  );
}
