import type { Deps } from "../deps";
import { domainOf, type Sender } from "./sender";
import { findDomain, listSenderRows } from "./sender-queries.server";
import type { SendingDomain } from "./sending-domain";

/** Oldest first; `cursor` is the id of the last one seen. */
export async function listSenders(
  deps: Pick<Deps, "db">,
  workspaceId: string,
  page: { cursor?: string; limit: number } = { limit: 100 },
): Promise<{ rows: (Sender & { domain: SendingDomain | undefined })[]; nextCursor: string | undefined }> {
  const found = await listSenderRows(deps.db, workspaceId, { after: page.cursor, limit: page.limit + 1 });
  const rows = [];
  for (const sender of found.slice(0, page.limit)) {
    rows.push({ ...sender, domain: await findDomain(deps.db, workspaceId, domainOf(sender.fromEmail)) });
  }
  return { rows, nextCursor: found.length > page.limit ? rows.at(-1)?.id : undefined };
}
