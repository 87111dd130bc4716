import type { Role } from "../actor";

export const permissions = [
  "page:edit",
  "page:publish",
  "lead:read",
  "lead:edit",
  "campaign:edit",
  "campaign:send",
  "workspace:manage",
  "workspace:export",
  "workspace:terminate",
  "billing:manage",
  "member:manage",
  "api-key:manage",
  "settings:manage",
] as const;

export type Permission = (typeof permissions)[number];

/** From most to least. */
export const roles = ["owner", "admin", "manager", "member"] as const satisfies readonly Role[];

const ofMember: readonly Permission[] = ["page:edit", "lead:read"];
const ofManager: readonly Permission[] = [
  ...ofMember,
  "page:publish",
  "lead:edit",
  "campaign:edit",
  "campaign:send",
];
const ofAdmin: readonly Permission[] = [
  ...ofManager,
  "workspace:manage",
  "workspace:export",
  "member:manage",
  "api-key:manage",
  "settings:manage",
];

/** THE matrix of roles: what is not listed is denied. */
const matrix: Record<Role, ReadonlySet<Permission>> = {
  owner: new Set(permissions),
  admin: new Set(ofAdmin),
  manager: new Set(ofManager),
  member: new Set(ofMember),
};

export const mayDo = (role: Role, permission: Permission): boolean => matrix[role].has(permission);

/** Nobody hands out, takes away or changes a role above their own. */
export const mayGrant = (actor: Role, role: Role): boolean =>
  mayDo(actor, "member:manage") && roles.indexOf(role) >= roles.indexOf(actor);

export const roleWords: Record<Role, { label: string; words: string }> = {
  owner: { label: "Owner", words: "Everything, closing the workspace included." },
  admin: { label: "Admin", words: "Everything but closing the workspace and changing owners." },
  manager: { label: "Manager", words: "Pages, leads and campaigns, publishing and sending included." },
  member: { label: "Member", words: "Edits pages and reads leads. Publishes and sends nothing." },
};
