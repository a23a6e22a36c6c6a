import { expect, test } from "vitest";
import { can, isRole, mayGrant, type Permission, permissions, permissionsOf, roles } from "./permissions.ts";

test("each role has everything the role before it has", () => {
  for (const [index, role] of roles.entries()) {
    const before = roles[index - 1];
    if (before) for (const permission of permissionsOf(before)) expect(can(role, permission)).toBe(true);
  }
});

test.each<[string, (typeof roles)[number], Permission, boolean]>([
  ["a stakeholder reads KPIs", "stakeholder", "kpi:read", true],
  ["a stakeholder sees no rows", "stakeholder", "row:read", false],
  ["a scientist writes no rules", "scientist", "rule:write", false],
  ["an engineer acknowledges", "engineer", "incident:write", true],
  ["an engineer gives no roles", "engineer", "person:write", false],
  ["an administrator reads the audit trail", "admin", "audit:read", true],
])("%s", (_name, role, permission, allowed) => {
  expect(can(role, permission)).toBe(allowed);
});

test("every permission names a role, and nobody grants more than they have", () => {
  for (const role of Object.values(permissions)) expect(isRole(role)).toBe(true);
  expect(mayGrant("engineer", "admin")).toBe(false);
  expect(mayGrant("engineer", "engineer")).toBe(true);
});
