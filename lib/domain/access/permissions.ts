/** Roles, each including the one before it. */
export const roles = ["stakeholder", "scientist", "engineer", "admin"] as const;
export type Role = (typeof roles)[number];

/** Permission → the least role that has it. One table for operations, pages and docs. */
export const permissions = {
  "overview:read": "stakeholder",
  "kpi:read": "stakeholder",
  "model:read": "stakeholder",
  "incident:read": "stakeholder",
  "self:write": "stakeholder",
  "analysis:read": "scientist",
  "rule:read": "scientist",
  "row:read": "scientist",
  "group:read": "scientist",
  "model:write": "scientist",
  "data:write": "scientist",
  "reference:write": "scientist",
  "kpi:write": "scientist",
  "incident:comment": "scientist",
  "rule:write": "engineer",
  "incident:write": "engineer",
  "data:erase": "engineer",
  "system:read": "engineer",
  "person:read": "admin",
  "person:write": "admin",
  "team:write": "admin",
  "token:admin": "admin",
  "audit:read": "admin",
} as const satisfies Record<string, Role>;

export type Permission = keyof typeof permissions;

const rank = (role: Role) => roles.indexOf(role);

export const can = (role: Role, permission: Permission): boolean => rank(role) >= rank(permissions[permission]);

export const permissionsOf = (role: Role): Permission[] =>
  (Object.keys(permissions) as Permission[]).filter((permission) => can(role, permission));

export const isRole = (value: unknown): value is Role => roles.some((role) => role === value);

/** The one that may do less. */
export const lesserRole = (one: Role, other: Role): Role => (rank(one) < rank(other) ? one : other);

/** A role may only give what it has itself. */
export const mayGrant = (giver: Role, given: Role): boolean => rank(giver) >= rank(given);
