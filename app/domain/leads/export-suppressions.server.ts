import { csvChunks } from "~/lib/csv.server";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import { listTopics } from "../consent/list-topics.server";
import type { Deps } from "../deps";
import {
  listLatestSuppressions,
  type SuppressionChoice,
} from "../suppression/list-latest-suppressions.server";
import { findLeadsOfAddresses } from "./find-leads-of-addresses.server";

const pageSize = 500;
const columns = ["address", "address_hash", "stops", "reason", "source", "since", "lifted_at"];
const time = (at: number | undefined) => (at === undefined ? "" : new Date(at).toISOString());

type NeededDeps = Pick<Deps, "db" | "keys" | "transact" | "clock" | "ids">;

async function* rowsOf(deps: NeededDeps, workspaceId: string, choice: SuppressionChoice) {
  const topics = new Map((await listTopics(deps, workspaceId)).map(({ id, name }) => [id, name]));
  for (let cursor: string | undefined; ; ) {
    const page = await listLatestSuppressions(deps, workspaceId, { ...choice, cursor, limit: pageSize });
    const leads = await findLeadsOfAddresses(
      deps,
      workspaceId,
      page.rows.map(({ addressHash }) => addressHash),
    );
    for (const row of page.rows) {
      yield [
        leads.get(row.addressHash)?.email ?? "",
        row.addressHash,
        row.topicId ? (topics.get(row.topicId) ?? "a deleted topic") : "all marketing",
        row.reason,
        row.source,
        time(row.createdAt),
        time(row.liftedAt),
      ];
    }
    if (!page.nextCursor) return;
    cursor = page.nextCursor;
  }
}

/** Suppressions as a CSV file, with the addresses of those who are leads: of all others only the hash is kept. */
export async function exportSuppressions(
  deps: NeededDeps,
  actor: Actor,
  { workspaceId, choice }: { workspaceId: string; choice: SuppressionChoice },
): Promise<AsyncGenerator<string>> {
  await deps.transact((tx) =>
    recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "address:export",
      targetKind: "workspace",
      targetId: workspaceId,
      detail: { reason: choice.reason ?? "", state: choice.state ?? "" },
    }),
  );
  return csvChunks(columns, rowsOf(deps, workspaceId, choice));
}
