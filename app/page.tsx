import { redirect } from "next/navigation";
import type { Role } from "#lib/domain/access/permissions";
import { pageCaller } from "#lib/server/session/page-caller";

/** Each role starts where its first question is answered. */
const landing: Record<Role, string> = {
  stakeholder: "/kpis",
  scientist: "/models",
  engineer: "/incidents",
  admin: "/overview",
};

export default async function Home() {
  const { actor } = await pageCaller();
  redirect(landing[actor.role]);
}
