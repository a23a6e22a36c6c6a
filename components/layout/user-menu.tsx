"use client";

import { CircleUserRound, Database, LogOut } from "lucide-react";
import { signOut } from "next-auth/react";
import { useState } from "react";
import { Menu } from "#components/ui/menu";
import { themeKey } from "./theme-script.tsx";

export type ShellUser = { name: string /** Second line: "Engineer · Risk". */; role: string };

const themes = [
  { value: "system", label: "As the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

/** The theme is kept in this browser: it belongs to the screen, not to the person. */
function applyTheme(theme: string) {
  const root = document.documentElement;
  if (theme === "system") {
    delete root.dataset.theme;
    localStorage.removeItem(themeKey);
    return;
  }
  root.dataset.theme = theme;
  localStorage.setItem(themeKey, theme);
}

/** Who is signed in; theme, the data's own page and the way out. */
export function UserMenu({ user }: { user: ShellUser }) {
  const [theme, setTheme] = useState("system");
  const icon = "size-4 shrink-0 text-ink-faint";
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          title={user.name}
          onPointerDown={() => setTheme(document.documentElement.dataset.theme ?? "system")}
          onKeyDown={() => setTheme(document.documentElement.dataset.theme ?? "system")}
          className="flex h-12 w-full items-center gap-2.5 rounded-control px-2.5 text-left hover:bg-surface-hover lg:h-10 folded:justify-center folded:px-0"
        >
          <CircleUserRound aria-hidden="true" strokeWidth={1.75} className="size-4 shrink-0" />
          <span className="min-w-0 flex-1 leading-4 folded:sr-only">
            <span className="block truncate text-body">{user.name}</span>
            <span className="block truncate text-small text-ink-faint">{user.role}</span>
          </span>
        </button>
      }
      choice={{
        label: "Theme",
        value: theme,
        options: themes,
        onChange: (next) => {
          setTheme(next);
          applyTheme(next);
        },
      }}
      entries={[
        {
          label: "Account",
          href: "/account",
          icon: <CircleUserRound aria-hidden="true" strokeWidth={1.75} className={icon} />,
          apart: true,
        },
        {
          label: "About the data",
          href: "/about/data",
          icon: <Database aria-hidden="true" strokeWidth={1.75} className={icon} />,
        },
        {
          label: "Sign out",
          onSelect: () => signOut({ callbackUrl: "/login" }),
          icon: <LogOut aria-hidden="true" strokeWidth={1.75} className={icon} />,
        },
      ]}
    />
  );
}
