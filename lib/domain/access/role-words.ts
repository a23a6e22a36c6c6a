import type { Role } from "./permissions.ts";

/** Roles as people say them. */
export const roleWords: Record<Role, string> = {
  stakeholder: "Stakeholder",
  scientist: "Data scientist",
  engineer: "MLOps engineer",
  admin: "Administrator",
};

/** What a role is for, in one sentence, where somebody chooses it. */
export const roleSentences: Record<Role, string> = {
  stakeholder: "Reads KPIs, summaries of models and incidents.",
  scientist: "Also sees rows and groups, registers models, uploads data, defines KPIs, comments.",
  engineer: "Also edits alert rules and works incidents.",
  admin: "Also manages people, tokens and reads the audit trail.",
};
