import { Bell, Boxes, House, KeyRound, ScrollText, Siren, Target, Upload, Users } from "lucide-react";
import type { ComponentType } from "react";
import type { Permission } from "#lib/domain/access/permissions";

export type NavItem = {
  href: string;
  label: string;
  icon: ComponentType<{ className?: string; strokeWidth?: number; "aria-hidden"?: boolean | "true" }>;
  permission: Permission;
  /** Items of one group stand together under its name; the first group has none. */
  group: "" | "Alerting" | "Data" | "Administration";
  /** The second key after g. */
  key?: string;
};

/** The pages of the sidebar in their order: one line a page. */
export const navItems: readonly NavItem[] = [
  { href: "/overview", label: "Overview", icon: House, permission: "overview:read", group: "", key: "o" },
  { href: "/models", label: "Models", icon: Boxes, permission: "model:read", group: "", key: "m" },
  { href: "/incidents", label: "Incidents", icon: Siren, permission: "incident:read", group: "", key: "i" },
  { href: "/kpis", label: "KPIs", icon: Target, permission: "kpi:read", group: "", key: "k" },
  { href: "/rules", label: "Rules", icon: Bell, permission: "rule:read", group: "Alerting", key: "r" },
  { href: "/upload", label: "Upload", icon: Upload, permission: "data:write", group: "Data", key: "u" },
  { href: "/people", label: "People and roles", icon: Users, permission: "person:read", group: "Administration" },
  { href: "/tokens", label: "Tokens", icon: KeyRound, permission: "data:write", group: "Administration" },
  { href: "/audit", label: "Audit trail", icon: ScrollText, permission: "audit:read", group: "Administration" },
];

export const navItemsFor = (permissions: readonly string[]): readonly NavItem[] =>
  navItems.filter((item) => permissions.includes(item.permission));

/** The item whose page or sub-page an address is. */
export const navItemAt = (pathname: string): NavItem | null =>
  navItems.find((item) => pathname === item.href || pathname.startsWith(`${item.href}/`)) ?? null;
