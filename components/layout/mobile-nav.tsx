"use client";

import { Menu } from "lucide-react";
import { useState } from "react";
import { Drawer } from "#components/ui/drawer";
import { IconButton } from "#components/ui/icon-button";
import { NavList } from "./nav-list.tsx";
import { type ShellUser, UserMenu } from "./user-menu.tsx";

type Props = { permissions: readonly string[]; counts: Readonly<Record<string, number>>; user: ShellUser };

/** The navigation below 1024 px, behind a button. */
export function MobileNav({ permissions, counts, user }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Drawer
      title="Modelwatch"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <IconButton label="Open navigation" className="-ml-2 lg:hidden">
          <Menu aria-hidden="true" strokeWidth={1.75} className="size-5" />
        </IconButton>
      }
    >
      <nav aria-label="Main" className="flex flex-1 flex-col">
        <NavList permissions={permissions} counts={counts} onNavigate={() => setOpen(false)} />
        <UserMenu user={user} />
      </nav>
    </Drawer>
  );
}
