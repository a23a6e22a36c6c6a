import { queryOptions } from "@tanstack/react-query";
import { z } from "zod";

const SearchAnswer = z.object({ items: z.array(z.object({ id: z.string(), label: z.string(), kind: z.string(), href: z.string() })) });

/** What the search box finds for a text. Nothing is asked for an empty text or without an address to ask. */
export const searchOptions = (path: string | undefined, text: string) =>
  queryOptions({
    queryKey: ["search", text],
    enabled: path !== undefined && text.length > 1,
    staleTime: 30_000,
    retry: false,
    queryFn: async ({ signal }) => {
      const response = await fetch(`${path}?q=${encodeURIComponent(text)}`, { signal, headers: { accept: "application/json" } });
      if (!response.ok) throw new Error(`The search answered ${response.status}.`);
      return SearchAnswer.parse(await response.json()).items;
    },
  });
