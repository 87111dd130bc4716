import { z } from "zod";
import { listAudit } from "~/domain/audit/list-audit.server";
import { type IdKind, isId, publicId } from "~/lib/ids";
import { idField, listOf, listQuery, shownId, shownTime, time } from "./api-fields";
import { type ApiNoun, apiRoute } from "./api-route";

const entry = z.object({
  id: shownId("audit"),
  at: shownTime,
  actor_kind: z.string(),
  actor_id: z.string().nullable(),
  action: z.string(),
  target_kind: z.string(),
  target_id: z.string(),
  detail: z.record(z.string(), z.unknown()).nullable(),
  sequence: z
    .number()
    .int()
    .nullable()
    .meta({ description: "Place in the sealed chain; null for the last second." }),
});

const kindOfTarget: Partial<Record<string, IdKind>> = {
  account: "account",
  api_key: "key",
  campaign: "campaign",
  experiment: "experiment",
  export: "export",
  file: "file",
  import: "import",
  lead: "lead",
  page: "page",
  privacy_request: "request",
  section: "section",
  segment: "segment",
  sender: "sender",
  site: "site",
  submission: "submission",
  third_party: "thirdParty",
  topic: "topic",
  webhook_endpoint: "webhook",
  workspace: "workspace",
};

/** Ids as the rest of the API shows them; what is none stays. */
function shownTarget(kind: string, id: string): string {
  const known = kindOfTarget[kind];
  return known && isId(id) ? publicId(known, id) : id;
}

const shownActor = (kind: string, id: string): string | null =>
  id ? shownTarget(kind === "apiKey" ? "api_key" : "account", id) : null;

export const auditEntries: ApiNoun = {
  name: "Audit entries",
  description: "Who did what. Entries are sealed into a chain and never changed.",
  routes: [
    apiRoute({
      method: "GET",
      path: "/audit_entries",
      scope: "audit:read",
      summary: "Read the audit log, newest first",
      query: listQuery.extend({ cursor: idField("audit").optional() }),
      answer: listOf(entry),
      status: 200,
      run: async ({ deps, workspaceId, query }) => {
        const found = await listAudit(deps, workspaceId, query);
        const data = found.rows.map((row) => ({
          id: publicId("audit", row.id),
          at: time(row.at),
          actor_kind: row.actorKind,
          actor_id: shownActor(row.actorKind, row.actorId),
          action: row.action,
          target_kind: row.targetKind,
          target_id: shownTarget(row.targetKind, row.targetId),
          detail: row.detail ?? null,
          sequence: row.sequence ?? null,
        }));
        return { body: { data, next_cursor: found.nextCursor ? publicId("audit", found.nextCursor) : null } };
      },
    }),
  ],
};
