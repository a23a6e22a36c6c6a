import { usePathname, useRouter, useSearchParams } from "next/navigation";

/** Puts a choice into the URL, so that it can be shared and the server lays the page for it. Without a name nothing happens. */
export function useSelectInUrl(name: string | undefined): (value: string) => void {
  const router = useRouter();
  const pathname = usePathname();
  const current = useSearchParams();
  return (value) => {
    if (name === undefined) return;
    const next = new URLSearchParams(current);
    next.set(name, value);
    router.replace(`${pathname}?${next}`, { scroll: false });
  };
}
