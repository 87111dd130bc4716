import { rm } from "node:fs/promises";
import path from "node:path";
import { dataMap, reachedThrough, tableEntry, workspaceColumn } from "~db/data-map";
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
  for (const entry of ofLeads) {
    const { subject } = entry.spec;
    if (!subject || !workspaceColumn(entry)) continue;
    const where = { workspaceId, column: subject.column, values: [leadId] };
    if (subject.erase === "delete") await eraseRows(tx, entry, where);
    else if (subject.erase === "anonymise") await blankRows(tx, entry, where);
  }
}
