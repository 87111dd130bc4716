import type { Tab } from "~/components/ui/tabs";
import type { Role } from "~/domain/actor";
import { mayDo, type Permission } from "~/domain/workspaces/permission";

interface Entry {
  path: string;
  label: string;
  /** To open it; everybody may without. */
  permission?: Permission;
  /** To change what everybody sees there. */
  change?: Permission;
  ifPaid?: true;
}

/** THE list of settings of a workspace; each is shown to those who may open it. */
const entries: readonly Entry[] = [
  { path: "", label: "General", change: "settings:manage" },
  { path: "/members", label: "Members" },
  { path: "/privacy", label: "Privacy notice", change: "settings:manage" },
  { path: "/retention", label: "Keeping data", change: "settings:manage" },
  { path: "/sites", label: "Sites", permission: "settings:manage" },
  { path: "/third-parties", label: "Third parties", permission: "settings:manage" },
  { path: "/topics", label: "Topics", permission: "campaign:edit" },
  { path: "/senders", label: "Senders", permission: "campaign:edit" },
  { path: "/data", label: "Data", change: "settings:manage" },
  { path: "/api-keys", label: "API keys", permission: "api-key:manage" },
  { path: "/webhooks", label: "Webhooks", permission: "api-key:manage" },
  { path: "/activity", label: "Activity", permission: "workspace:manage" },
  { path: "/billing", label: "Billing", permission: "billing:manage", ifPaid: true },
  { path: "/leave", label: "Export and leave", permission: "workspace:export" },
];

/** `paid`: this instance takes payments. */
export const settingsTabs = (base: string, role: Role, paid: boolean): Tab[] =>
  entries
    .filter(({ permission, ifPaid }) => (!permission || mayDo(role, permission)) && (paid || !ifPaid))
    .map(({ path, label }) => ({ to: `${base}${path}`, label, end: path === "" }));

/** Whether somebody sees these settings and may not change them. `path`: below the settings of the workspace. */
export function isReadOnly(role: Role, path: string): boolean {
  const change = entries.find((entry) => entry.path === path.replace(/\/$/, ""))?.change;
  return change !== undefined && !mayDo(role, change);
}
