"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { ControlLinkMenu } from "#components/ui/control-link-menu";
import { type WindowSize, windows } from "#lib/domain/models/model";
import { segmentWords, windowChoices } from "#lib/domain/models/model-words";
import { pageAddress, presetOf, rangePresets, readPageQuery, windowOf } from "#lib/domain/models/page-query";
import { controlChoices } from "./control-choices.ts";
import { RangeForm } from "./range-form.tsx";

type Props = {
  slug: string;
  modelWindow: WindowSize;
  versions: readonly { version: string; stage: string }[];
  segments: readonly string[];
  /** The baseline that all comparisons are made against: "reference 2, 5,832 rows". */
  baseline: string;
};

/** What is shown, of which rows: every choice is an address, so that it can be shared and gone back from. */
export function ModelControls({ slug, modelWindow, versions, segments, baseline }: Props) {
  const pathname = usePathname();
  const query = readPageQuery(Object.fromEntries(useSearchParams()));
  const page = pathname.slice(`/models/${slug}`.length);
  const controls = controlChoices(page);
  if (controls === null) return null;
  const size = windowOf(query, modelWindow);
  const to = (changes: Parameters<typeof pageAddress>[2]) => pageAddress(pathname, query, changes);
  const custom = query.from !== undefined;
  return (
    <div className="-mx-4 mt-2 overflow-x-auto px-2 lg:-mx-2 lg:px-0 print:hidden">
      <div className="flex min-w-max items-center gap-x-1">
        <ControlLinkMenu
          label="Version"
          options={[
            { label: "All but shadow", href: to({ version: null }), current: query.version === undefined },
            ...versions.map(({ version, stage }) => ({
              label: stage === "champion" ? `${version} (champion)` : version,
              href: to({ version }),
              current: query.version === version,
            })),
          ]}
        />
        {controls.segment && segments.length > 0 ? (
          <ControlLinkMenu
            label="Segment"
            options={[
              { label: "All rows", href: to({ segment: null }), current: query.segment === undefined },
              ...segments.map((segment) => {
                const { name, value } = segmentWords(segment);
                return {
                  label: `${name}: ${value}`,
                  href: to(size === "5m" ? { segment, window: "1h" } : { segment }),
                  current: query.segment === segment,
                };
              }),
            ]}
          />
        ) : null}
        <ControlLinkMenu
          label="Window"
          options={windows
            .filter((window) => window !== "5m" || query.segment === undefined)
            .map((window) => ({
              label: windowChoices[window],
              href: to({ window: window === modelWindow ? null : window }),
              current: size === window,
            }))}
        />
        <ControlLinkMenu
          label="Range"
          options={[
            ...(custom ? [{ label: "From–to", href: to({}), current: true }] : []),
            ...rangePresets[size].map((preset) => ({
              label: preset.label,
              href: to({ range: preset.key }),
              current: !custom && presetOf(query, size).key === preset.key,
            })),
          ]}
        />
        <RangeForm query={query} pathname={pathname} />
        {controls.compare && versions.length > 1 ? (
          <ControlLinkMenu
            label="Compare to"
            options={[
              { label: "Nothing", href: to({ compare: null }), current: query.compare === undefined },
              ...versions
                .filter(({ version }) => version !== query.version)
                .map(({ version }) => ({ label: version, href: to({ compare: version }), current: query.compare === version })),
            ]}
          />
        ) : null}
        <span className="px-2 whitespace-nowrap">
          <span className="text-ink-faint">Baseline</span> {baseline}
        </span>
      </div>
    </div>
  );
}
