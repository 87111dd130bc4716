import type { Updateable } from "kysely";
import type { Database } from "~db/schema/database";
import type { Tx } from "~db/schema/executor";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError, messagesByField } from "../domain-error";
import { announceEdgeChange } from "./announce-edge-change.server";
import { requireMemberOrKey, requirePermission } from "./authorise-member.server";
import { getWorkspace } from "./find-workspace.server";
import { type PrivacySettings, privacySettingsSchema } from "./privacy-settings";
import { choicesOf, type RetentionChoices, retentionChoicesSchema } from "./retention-choices";
import { standingAllows } from "./standing";
import type { Workspace } from "./workspace";
import { changeWorkspaceRow } from "./workspace-queries.server";
import { type WorkspaceSettings, workspaceSettingsSchema } from "./workspace-settings";

type Row = Updateable<Database["workspaces"]>;

function invalid(issues: readonly { path: readonly PropertyKey[]; message: string }[]): DomainError {
  const fields = messagesByField(issues);
  return new DomainError(
    "invalid",
    "settings_invalid",
    "Some of the settings do not fit. Nothing was saved.",
    {
      fields,
    },
  );
}

function toRow(settings: WorkspaceSettings): Row {
  const row: Row = {};
  if (settings.name !== undefined) row.name = settings.name;
  if (settings.timeZone !== undefined) row.time_zone = settings.timeZone;
  if (settings.locale !== undefined) row.locale = settings.locale;
  if (settings.doubleOptIn !== undefined) row.double_opt_in = settings.doubleOptIn ? 1 : 0;
  if (settings.trackingDefault !== undefined) row.tracking_default = settings.trackingDefault;
  if (settings.reportFigures !== undefined) row.report_figures = settings.reportFigures;
  if (settings.minimumAge !== undefined) row.minimum_age = settings.minimumAge;
  return row;
}

async function save(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  change: { workspaceId: string; row: Row; action: string; detail: Record<string, unknown> },
): Promise<Workspace> {
  const workspace = await getWorkspace(tx, change.workspaceId);
  if (!standingAllows(workspace.standing, "edit")) {
    throw new DomainError("conflict", "workspace_closing", "This workspace is closing and can only be read.");
  }
  if (Object.keys(change.row).length > 0) await changeWorkspaceRow(tx, workspace.id, change.row);
  await recordAudit(deps, tx, {
    workspaceId: workspace.id,
    actor,
    action: change.action,
    targetKind: "workspace",
    targetId: workspace.id,
    detail: change.detail,
  });
  await announceEdgeChange(deps, tx, { kind: "standing", workspaceId: workspace.id, ref: workspace.id });
  return getWorkspace(tx, workspace.id);
}

/** Changes the given settings and leaves the others. */
export async function updateWorkspace(
  deps: Deps,
  actor: Actor,
  input: { workspaceId: string; settings: Record<string, unknown> },
): Promise<Workspace> {
  requirePermission(actor, input.workspaceId, "settings:manage");
  const parsed = workspaceSettingsSchema.safeParse(input.settings);
  if (!parsed.success) throw invalid(parsed.error.issues);
  return deps.transact((tx) =>
    save(deps, tx, actor, {
      workspaceId: input.workspaceId,
      row: toRow(parsed.data),
      action: "workspace:change-settings",
      detail: parsed.data,
    }),
  );
}

/** Saves what forms and mails say about who holds the data. Published pages keep the notice they were published with. */
export async function savePrivacySettings(
  deps: Deps,
  actor: Actor,
  input: { workspaceId: string; settings: unknown },
): Promise<PrivacySettings> {
  requirePermission(actor, input.workspaceId, "settings:manage");
  const parsed = privacySettingsSchema.safeParse(input.settings);
  if (!parsed.success) throw invalid(parsed.error.issues);
  return deps.transact(async (tx) => {
    const { privacySettings } = await getWorkspace(tx, input.workspaceId);
    const settings = { ...parsed.data, retention: privacySettings.retention };
    await save(deps, tx, actor, {
      workspaceId: input.workspaceId,
      row: { privacy_settings: JSON.stringify(settings) },
      action: "workspace:change-privacy-notice",
      detail: { ...parsed.data },
    });
    return settings;
  });
}

/** Says how long data is kept, by class; what was not given stays. It holds from the next daily run on: whoever chooses knows. */
export async function chooseRetention(
  deps: Deps,
  actor: Actor,
  input: { workspaceId: string; choices: Record<string, unknown> },
): Promise<RetentionChoices> {
  requireMemberOrKey(actor, input.workspaceId, "settings:manage");
  const given = readRetentionChoices(input.choices);
  return deps.transact(async (tx) => {
    const { privacySettings } = await getWorkspace(tx, input.workspaceId);
    const from = choicesOf(privacySettings);
    const to = { ...from, ...given };
    const { peopleMonths: retentionMonths, ...retention } = to;
    await save(deps, tx, actor, {
      workspaceId: input.workspaceId,
      row: {
        privacy_settings: JSON.stringify({ ...privacySettings, retentionMonths, retention }),
        people_go_from: deps.clock.now(),
        people_told_at: null,
      },
      action: "workspace:change-retention",
      detail: { from, to },
    });
    return to;
  });
}

/** Refuses what is outside the limits, by field. */
export function readRetentionChoices(choices: Record<string, unknown>): Partial<RetentionChoices> {
  const parsed = retentionChoicesSchema.safeParse(choices);
  if (!parsed.success) throw invalid(parsed.error.issues);
  return Object.fromEntries(Object.entries(parsed.data).filter(([, value]) => value !== undefined));
}
