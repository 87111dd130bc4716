import { rm } from "node:fs/promises";
import path from "node:path";
import { dataMap, reachedThrough, type TableEntry, tableEntry, workspaceColumn } from "~db/data-map";
import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import {
  blankRows,
  eraseRows,
  holdBackDeliveries,
  listDeliveryIds,
  listKeptMessages,
} from "./erase-traces-queries.server";

const ofLeads = dataMap.filter(({ spec }) => spec.subject?.kind === "lead");
const ofMarketing = dataMap.filter(
  ({ spec }) => spec.retention === "marketing" && spec.subject?.kind === "address",
);
const ofDeliveries = Object.entries(reachedThrough).filter(([, { table }]) => table === "deliveries");
const chunk = 500;

/**
 * After a lead was erased: what other contexts keep of the person goes too, as the data map says for each table. What
 * accounts must balance with stays as a row that names nobody. Safe to run again.
 */
export async function eraseTraces(
  deps: Pick<Deps, "config">,
  tx: Executor,
  { workspaceId, leadId }: { workspaceId: string; leadId: string },
): Promise<void> {
  if (!leadId) return;
  await eraseMailTraces(deps, tx, { workspaceId, leadId });
  for (const entry of ofLeads) await eraseFrom(tx, entry, { workspaceId, leadId });
}

async function eraseFrom(tx: Executor, entry: TableEntry, lead: { workspaceId: string; leadId: string }) {
  const { subject } = entry.spec;
  if (!subject || !workspaceColumn(entry)) return;
  const where = { workspaceId: lead.workspaceId, column: subject.column, values: [lead.leadId] };
  if (subject.erase === "delete") await eraseRows(tx, entry, where);
  else if (subject.erase === "anonymise") await blankRows(tx, entry, where);
}

/** What opens, clicks and kept messages tell of the person; nothing more leaves. */
async function eraseMailTraces(
  deps: Pick<Deps, "config">,
  tx: Executor,
  { workspaceId, leadId }: { workspaceId: string; leadId: string },
): Promise<void> {
  await holdBackDeliveries(tx, workspaceId, leadId);
  const deliveries = await listDeliveryIds(tx, workspaceId, leadId);
  for (let start = 0; start < deliveries.length; start += chunk) {
    const values = deliveries.slice(start, start + chunk);
    for (const [name, { column }] of ofDeliveries) {
      await blankRows(tx, tableEntry(name), { workspaceId, column, values });
    }
    for (const { file } of await listKeptMessages(tx, workspaceId, values)) {
      await rm(path.join(deps.config.data.folder, file), { force: true });
    }
    await eraseRows(tx, tableEntry("outbox_messages"), { workspaceId, column: "delivery_id", values });
  }
}

/**
 * The person stays while what marketing knows of them goes: whose messages, opens and clicks they were, and how often they
 * wanted mail. What says that they opted out stays. Safe to run again.
 */
export async function eraseMailHistory(
  deps: Pick<Deps, "config">,
  tx: Executor,
  { workspaceId, leadId, addressHash }: { workspaceId: string; leadId: string; addressHash: string },
): Promise<void> {
  await eraseMailTraces(deps, tx, { workspaceId, leadId });
  for (const entry of ofLeads) {
    if (entry.spec.retention === "messages") await eraseFrom(tx, entry, { workspaceId, leadId });
  }
  for (const entry of ofMarketing) {
    const column = entry.spec.subject?.column;
    if (column && addressHash) await eraseRows(tx, entry, { workspaceId, column, values: [addressHash] });
  }
}
