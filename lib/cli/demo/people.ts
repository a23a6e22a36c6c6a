/** One person of every role; the password is the same for all and is printed with the address. */
export const demoPassword = "modelwatch-demo";

export const demoPeople = [
  { email: "admin@example.com", name: "Marta Kolb", role: "admin" },
  { email: "engineer@example.com", name: "Jonas Weber", role: "engineer" },
  { email: "scientist@example.com", name: "Priya Nair", role: "scientist" },
  { email: "stakeholder@example.com", name: "Sofia Lind", role: "stakeholder" },
] as const;

export const demoTeams = [
  { slug: "valuation", name: "Valuation" },
  { slug: "mobility", name: "Mobility" },
  { slug: "people-analytics", name: "People analytics" },
] as const;
