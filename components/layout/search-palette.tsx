"use client";

import { useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useDeferredValue, useEffect, useState } from "react";
import { type CommandItem, CommandList } from "#components/ui/command-list";
import { IconButton } from "#components/ui/icon-button";
import { Kbd } from "#components/ui/kbd";
import { searchOptions } from "#lib/client/search";
import { useShortcut } from "#lib/client/use-shortcut";
import { navItemsFor } from "./nav-items.tsx";

type Props = {
  permissions: readonly string[];
  /** Answers ?q= with { items: [{ id, label, kind, href }] }; without it only pages are found. */
  searchPath?: string;
};

const matches = (item: CommandItem, words: readonly string[]) => words.every((word) => item.label.toLowerCase().includes(word));

/** The search box of the top bar and the palette it opens: pages at once, things as they are found. */
export function SearchPalette({ permissions, searchPath }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState("");
  const asked = useDeferredValue(query.trim());
  const found = useQuery(searchOptions(searchPath, open ? asked : ""));

  const show = () => {
    setQuery("");
    setOpen(true);
  };
  useShortcut("/", show);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setQuery("");
      setOpen((before) => !before);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const pages = navItemsFor(permissions)
    .map((item): CommandItem => ({ id: item.href, label: item.label, kind: "Page", href: item.href }))
    .filter((item) => matches(item, words));
  const items = [...(found.data ?? []), ...pages];
  const status = found.isError
    ? "The search does not answer. Pages can still be opened."
    : items.length > 0
      ? ""
      : found.isFetching
        ? "Searching …"
        : `Nothing found for “${query.trim()}”.`;

  return (
    <>
      <button
        type="button"
        onClick={show}
        className="hidden h-8 w-72 shrink-0 items-center gap-2 rounded-control border border-line-strong bg-surface-raised px-2.5 text-ink-faint hover:bg-surface-hover xl:flex"
      >
        <Search aria-hidden="true" strokeWidth={1.75} className="size-4 shrink-0" />
        <span className="flex-1 truncate text-left">Search models, rules, people</span>
        <Kbd>⌘K</Kbd>
      </button>
      <IconButton label="Search" onClick={show} className="xl:hidden">
        <Search aria-hidden="true" strokeWidth={1.75} className="size-5" />
      </IconButton>
      <CommandList
        label="Search"
        placeholder="Search models, rules, people"
        open={open}
        onOpenChange={setOpen}
        query={query}
        onQueryChange={setQuery}
        items={items}
        status={status}
        onChoose={(item) => {
          setOpen(false);
          router.push(item.href);
        }}
      />
    </>
  );
}
