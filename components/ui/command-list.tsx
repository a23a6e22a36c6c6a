"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { Search } from "lucide-react";
import { floatStyle } from "./control-style.ts";

export type CommandItem = { id: string; label: string /** What kind of thing: "Model". */; kind: string; href: string };

type Props = {
  label: string;
  placeholder: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  query: string;
  onQueryChange: (query: string) => void;
  /** Already chosen for the query; shown in this order. */
  items: readonly CommandItem[];
  /** Said below the field: "Nothing found.", "Searching …". */
  status: string;
  onChoose: (item: CommandItem) => void;
};

/** A field over the page with what it finds; arrows move, Enter goes there, Escape closes. */
export function CommandList({ label, placeholder, open, onOpenChange, query, onQueryChange, items, status, onChoose }: Props) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-50 bg-surface-sunken opacity-70" />
        <Dialog.Popup
          aria-label={label}
          className={`${floatStyle} fixed top-[max(8px,12dvh)] left-1/2 z-50 flex max-h-[min(480px,76dvh)] w-[min(560px,calc(100vw-16px))] -translate-x-1/2 flex-col outline-none`}
        >
          <Autocomplete.Root
            open
            inline
            mode="none"
            autoHighlight="always"
            keepHighlight
            items={items}
            itemToStringValue={(item: CommandItem) => item.label}
            value={query}
            onValueChange={(value, details) => {
              if (details.reason !== "item-press") onQueryChange(value);
            }}
          >
            <div className="flex items-center gap-2.5 border-b border-line px-4">
              <Search aria-hidden="true" strokeWidth={1.75} className="size-4 shrink-0 text-ink-faint" />
              <Autocomplete.Input
                aria-label={label}
                placeholder={placeholder}
                className="h-12 w-full bg-transparent text-prose outline-none placeholder:text-ink-faint"
              />
            </div>
            <p role="status" className={status ? "px-4 py-3 text-ink-faint" : "sr-only"}>
              {status || `${items.length} found`}
            </p>
            <Autocomplete.List className="min-h-0 overflow-y-auto p-1 empty:hidden">
              {(item: CommandItem) => (
                <Autocomplete.Item
                  key={item.id}
                  value={item}
                  onClick={() => onChoose(item)}
                  className="flex h-10 cursor-default items-center justify-between gap-4 rounded-control px-3 select-none data-highlighted:bg-surface-hover lg:h-9"
                >
                  <span className="min-w-0 truncate">{item.label}</span>
                  <span className="shrink-0 text-small text-ink-faint">{item.kind}</span>
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
