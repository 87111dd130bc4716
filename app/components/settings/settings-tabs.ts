import type { Tab } from "~/components/ui/tabs";
import type { Role } from "~/domain/actor";
import { mayDo, type Permission } from "~/domain/workspaces/permission";

/** THE list of settings of a workspace; each is shown to those who may open it. */
const entries: readonly { path: string; label: string; permission?: Permission; ifPaid?: true }[] = [
  { path: "", label: "General" },
  { path: "/members", label: "Members" },
  { path: "/privacy", label: "Privacy notice" },
  { path: "/retention", label: "Keeping data" },
  { path: "/sites", label: "Sites", permission: "settings:manage" },
  { path: "/third-parties", label: "Third parties", permission: "settings:manage" },
  { path: "/topics", label: "Topics", permission: "campaign:edit" },
  { path: "/senders", label: "Senders", permission: "campaign:edit" },
  { path: "/data", label: "Data" },
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
