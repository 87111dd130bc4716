import type { Deps } from "../deps";
import type { AudienceMember } from "./audience";
import { listLeadsWhere } from "./lead-scan-queries.server";
import { readChoice } from "./read-choice.server";

export type { AudienceMember } from "./audience";

/**
 * Everybody with an address whom the segment holds now, oldest lead first; without a segment everybody in the workspace.
 * Whether they may be written to is for the gates to say.
 */
export async function listAudiencePage(
  deps: Pick<Deps, "db" | "reader" | "clock">,
  workspaceId: string,
  segmentId: string | null,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<{ rows: AudienceMember[]; nextCursor: string | undefined }> {
  const scan = await readChoice(deps, workspaceId, { segmentId, removed: true, withAddress: true });
  const page = { direction: "asc", after: cursor, limit: limit + 1 } as const;
  const found = await listLeadsWhere(deps.reader, workspaceId, scan, page);
  const rows = found.slice(0, limit).map((row) => ({
    leadId: row.id,
    email: row.email,
    name: row.name,
    fields: JSON.parse(row.fields) as Record<string, string>,
    addressHash: row.address_hash,
  }));
  return { rows, nextCursor: found.length > limit ? rows.at(-1)?.leadId : undefined };
}
