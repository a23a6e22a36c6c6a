import { FoldButton } from "./fold-button.tsx";
import { Logo } from "./logo.tsx";
import { NavList } from "./nav-list.tsx";
import { type ShellUser, UserMenu } from "./user-menu.tsx";

type Props = { permissions: readonly string[]; counts: Readonly<Record<string, number>>; user: ShellUser };

/** The navigation from 1024 px on: 216 px wide, folded 56. */
export function Sidebar({ permissions, counts, user }: Props) {
  return (
    <nav
      aria-label="Main"
      className="sticky top-0 hidden h-dvh w-[216px] shrink-0 flex-col overflow-y-auto border-r border-line bg-surface-sunken px-2.5 lg:flex folded:w-14 print:hidden"
    >
      <div className="flex h-14 shrink-0 items-center gap-2.5 px-2 folded:justify-center folded:px-0">
        <Logo />
        <span className="text-prose font-semibold tracking-[-0.01em] folded:sr-only">Modelwatch</span>
      </div>
      <NavList permissions={permissions} counts={counts} />
      <div className="flex flex-col gap-0.5 py-3">
        <UserMenu user={user} />
        <FoldButton />
      </div>
    </nav>
  );
}
