import { mergeKey } from "~/lib/email-address";
import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import { recordEvent, recordEvents } from "../events/record-event.server";
import { type CaptureItem, type CaptureResult, repeatWindowMs } from "./capture";
import { findRepeats, insertSubmissions, type NewSubmissionRow } from "./capture-queries.server";
import { insertLeadFiles, type NewLeadFileRow } from "./lead-file-queries.server";
import { storedText } from "./lead-text";
import { mergeLeads } from "./merge-leads.server";
import { noteHeld } from "./note-held-addresses.server";
import { recordCapturedConsents } from "./record-captured-consents.server";

type NeededDeps = Pick<Deps, "clock" | "ids" | "keys" | "journal" | "config" | "urls">;

interface Accepted {
  item: CaptureItem;
  submissionId: string;
  index: number;
}

function submissionRow(item: CaptureItem, id: string, leadId: string, now: number): NewSubmissionRow {
  return {
    workspace_id: item.workspaceId,
    id,
    lead_id: leadId,
    form_id: item.formId,
    page_id: item.pageId,
    page_version_id: item.pageVersionId,
    fields: JSON.stringify(item.fields),
    source: JSON.stringify({ ...item.source, language: item.language }),
    ip: item.ip,
    state: item.quarantine ? "quarantined" : "accepted",
    quarantine_reason: storedText(item.quarantine, 40),
    held_consents: item.quarantine ? JSON.stringify(item.consents) : "[]",
    dedupe_key: item.dedupeKey,
    loose_key: item.email && !item.quarantine ? null : item.dedupeKey,
    visit_id: item.visitId,
    created_at: now,
  };
}

const fileRows = (item: CaptureItem, submissionId: string, leadId: string, now: number): NewLeadFileRow[] =>
  (item.files ?? []).map((file) => ({
    workspace_id: item.workspaceId,
    id: file.id,
    lead_id: leadId,
    submission_id: submissionId,
    field: storedText(file.field, 100),
    name: storedText(file.name, 200),
    content_type: file.contentType,
    size: file.size,
    created_at: now,
  }));

async function captureOfWorkspace(
  deps: NeededDeps,
  tx: Executor,
  workspaceId: string,
  items: readonly CaptureItem[],
): Promise<CaptureResult[]> {
  const now = deps.clock.now();
  const seen = await findRepeats(
    tx,
    workspaceId,
    items.map(({ dedupeKey, email }) => ({ dedupeKey, emailKey: email && mergeKey(email) })),
    now - repeatWindowMs,
  );
  const inBatch = new Map<string, number>();
  const results = new Array<CaptureResult>(items.length);
  const repeats: [number, number][] = [];
  const accepted: Accepted[] = [];
  const rows: NewSubmissionRow[] = [];
  const held: { id: string; fields: Record<string, string> }[] = [];
  const files: NewLeadFileRow[] = [];

  items.forEach((item, index) => {
    const earlier = seen.get(item.dedupeKey);
    if (earlier) {
      results[index] = { ...earlier, repeated: true, confirming: Boolean(item.confirmation) };
      return;
    }
    const first = inBatch.get(item.dedupeKey);
    if (first !== undefined) {
      repeats.push([index, first]);
      return;
    }
    inBatch.set(item.dedupeKey, index);
    const submissionId = deps.ids.next();
    if (!item.quarantine) {
      accepted.push({ item, submissionId, index });
      return;
    }
    const leadId = deps.ids.next();
    rows.push(submissionRow(item, submissionId, leadId, now));
    held.push({ id: submissionId, fields: item.fields });
    files.push(...fileRows(item, submissionId, leadId, now));
    results[index] = { submissionId, leadId, repeated: false, confirming: Boolean(item.confirmation) };
  });

  const leads = await mergeLeads(
    deps,
    tx,
    workspaceId,
    accepted.map(({ item, submissionId }) => ({
      email: item.email,
      name: item.name,
      fields: item.fields,
      origin: "form",
      from: `form:${item.formId}`,
      submissionId,
    })),
  );
  const captured = accepted.map(({ item, submissionId, index }, at) => {
    const { leadId = "", addressHash = "" } = leads[at] ?? {};
    rows.push(submissionRow(item, submissionId, leadId, now));
    files.push(...fileRows(item, submissionId, leadId, now));
    results[index] = { submissionId, leadId, repeated: false, confirming: false };
    return { item, submissionId, leadId, addressHash, index };
  });
  await insertSubmissions(tx, rows);
  await noteHeld(deps, tx, workspaceId, held);
  if (files.length > 0) await insertLeadFiles(tx, files);
  const confirming = await recordCapturedConsents(deps, tx, workspaceId, captured);
  for (const { index, submissionId } of captured) {
    const result = results[index];
    if (result && confirming.has(submissionId)) result.confirming = true;
  }
  if (captured.length > 0) {
    await recordEvent(deps, tx, workspaceId, "leads.captured", {
      captured: captured.map(({ leadId, submissionId }) => ({ leadId, submissionId })),
    });
  }
  const promised = captured.filter(({ item }) => item.wantsDownload && item.email);
  if (promised.length > 0) {
    await recordEvents(
      deps,
      tx,
      "download.requested",
      promised.map(({ submissionId }) => ({ workspaceId, payload: { submissionId } })),
    );
  }
  for (const [index, first] of repeats) {
    results[index] = { ...(results[first] as CaptureResult), repeated: true };
  }
  return results;
}

/**
 * Stores a batch of checked submissions in the caller's transaction: submissions, leads, merges, consent evidence and events,
 * each kind in one statement. Answers in the order given.
 */
export async function captureLeads(
  deps: NeededDeps,
  tx: Executor,
  items: readonly CaptureItem[],
): Promise<CaptureResult[]> {
  const results = new Array<CaptureResult>(items.length);
  for (const workspaceId of [...new Set(items.map((item) => item.workspaceId))].sort()) {
    const indexes = items.flatMap((item, index) => (item.workspaceId === workspaceId ? [index] : []));
    const own = indexes.map((index) => items[index] as CaptureItem);
    const answers = await captureOfWorkspace(deps, tx, workspaceId, own);
    indexes.forEach((index, at) => {
      results[index] = answers[at] as CaptureResult;
    });
  }
  return results;
}
